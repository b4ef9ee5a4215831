/* Where a paragraph ends: at an empty line, at the end of a line where lines are paragraphs, and under a heading. */
#include "text/paragraphs.h"

#include "base/utf8.h"

#include <string.h>

static uint32_t newlines(const document *doc, uint32_t begin, uint32_t end)
{
    uint32_t count = 0;
    for (uint32_t place = begin; place < end; place++)
        count += doc->text[place] == '\n';
    return count;
}

bool lines_are_paragraphs(const document *doc)
{
    uint32_t lines = 0, full = 0;
    for (uint32_t i = 1; i < doc->length; i++) {
        if (doc->text[i] != '\n' || doc->text[i - 1] == '\n' || (i + 1 < doc->length && doc->text[i + 1] == '\n'))
            continue;
        lines++;
        full += strchr(".!?:\"')", doc->text[i - 1]) != NULL || (unsigned char)doc->text[i - 1] == 0x9d;
    }
    return full * 2 > lines;
}

/* "Looted", on a line of its own under an empty one, over a long line that begins with a capital. */
static bool is_heading(const document *doc, uint32_t end, uint32_t next)
{
    enum { LONGEST_HEADING = 40, SHORTEST_LINE = 80 }; /* bytes */
    const char *text = doc->text;
    uint32_t begin = end, stop = next;
    while (begin > 0 && text[begin - 1] != '\n')
        begin--;
    while (stop < doc->length && text[stop] != '\n')
        stop++;
    bool alone = begin == 0 || (begin > 1 && text[begin - 2] == '\n');
    uint32_t at = begin, after = next;
    return alone && end > begin && end - begin <= LONGEST_HEADING && stop - next >= SHORTEST_LINE && !strchr(".!?:,;-\"'", text[end - 1]) &&
           utf8_is_upper(utf8_next(text, &at)) && utf8_is_upper(utf8_next(text, &after));
}

line_break break_between(const document *doc, uint32_t end, uint32_t next, bool line_breaks)
{
    uint32_t lines = newlines(doc, end, next);
    if (lines > 1 || (lines && (line_breaks || is_heading(doc, end, next))))
        return BREAK_PARAGRAPH;
    return lines ? BREAK_LINE : BREAK_NONE;
}
