/* What the readers of gold data in XML share: text that grows, and files that are opened without a network. */
#ifndef DATELINE_EVAL_XML_H
#define DATELINE_EVAL_XML_H

#include "eval/eval.h"

#include <libxml/tree.h>

/* The file as one document; what lies in it side by side, as in the data sets of toponyms, is put below one root. NULL: it is no
 * XML, and why was said on standard error. The caller frees it with xmlFreeDoc. */
xmlDoc *xml_read(const char *path);

bool xml_is(const xmlNode *node, const char *name);

/* The first element of this name below a node, or NULL. */
const xmlNode *xml_find(const xmlNode *below, const char *name);

/* The text of the first element of this name below a node, or NULL; the caller frees it with xmlFree. */
char *xml_text(const xmlNode *below, const char *name);

/* An attribute, or NULL; the caller frees it with xmlFree. */
char *xml_attribute(const xmlNode *node, const char *name);

#endif
