#include "eval/xml.h"

#include <errno.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The whole file; NULL: it cannot be read. The caller frees it. */
static char *file_text(const char *path)
{
    FILE *in = fopen(path, "rb");
    char *text = NULL, part[1 << 16];
    size_t length = 0, count;
    FILE *out = in ? open_memstream(&text, &length) : NULL;
    while (out && (count = fread(part, 1, sizeof part, in)) > 0)
        fwrite(part, 1, count, out);
    if (out)
        fclose(out);
    if (in)
        fclose(in);
    return text;
}

/* The same without its declaration, below one root: some of the data sets close an element that they never opened, some do neither. */
static char *rooted(const char *path)
{
    static const char closing[] = "</articles>";
    char *text = file_text(path), *out = NULL;
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
    char *text = rooted(path);
    if (!text) {
        fprintf(stderr, "dateline: %s: %s\n", path, strerror(errno));
        return NULL;
    }
    xmlDoc *read = xmlReadMemory(text, (int)strlen(text), path, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_HUGE);
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
