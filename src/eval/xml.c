#include "eval/xml.h"

#include "eval/files.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A file without its declaration, below one root: some of the data sets close an element that they never opened, some do neither. */
static char *rooted(const char *path, dateline_error *error)
{
    static const char closing[] = "</articles>";
    char *text = file_text(path, error), *out = NULL;
    if (!text)
        return NULL;
    char *declared = strncmp(text, "<?xml", 5) == 0 ? strstr(text, "?>") : NULL, *begin = declared ? declared + 2 : text;
    bool opened = strstr(begin, "<articles>") != NULL, closed = strstr(begin, closing) != NULL;
    if (asprintf(&out, "%s%s%s", opened ? "" : "<articles>", begin, closed ? "" : closing) < 0)
        out = NULL;
    free(text);
    return out;
}

xmlDoc *xml_read(const char *path)
{
    dateline_error unread = {0};
    char *text = rooted(path, &unread);
    if (!text) {
        fprintf(stderr, "dateline: %s\n", unread.message);
        return NULL;
    }
    xmlDoc *read = xmlReadMemory(text, (int)strlen(text), path, "UTF-8",
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_HUGE);
    if (!read) {
        const xmlError *error = xmlGetLastError();
        fprintf(stderr, "dateline: %s:%d: %s", path, error ? error->line : 0, error && error->message ? error->message : "not XML\n");
    }
    free(text);
    return read;
}

bool xml_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

const xmlNode *xml_find(const xmlNode *below, const char *name)
{
    for (const xmlNode *node = below->children; node; node = node->next) {
        const xmlNode *found = xml_is(node, name) ? node : node->type == XML_ELEMENT_NODE ? xml_find(node, name) : NULL;
        if (found)
            return found;
    }
    return NULL;
}

char *xml_text(const xmlNode *below, const char *name)
{
    const xmlNode *found = xml_find(below, name);
    return found ? (char *)xmlNodeGetContent(found) : NULL;
}

char *xml_attribute(const xmlNode *node, const char *name)
{
    return (char *)xmlGetProp(node, (const xmlChar *)name);
}
