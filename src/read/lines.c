/* Steps over the bytes of a line, and the days in it. */
#include "read/header_parts.h"

#include <ctype.h>

uint32_t skip_blanks(slice text, uint32_t place)
{
    while (place < text.length && (text.bytes[place] == ' ' || text.bytes[place] == '\t'))
        place++;
    return place;
}

uint32_t skip_space(slice text, uint32_t place)
{
    while (place < text.length && isspace((unsigned char)text.bytes[place]))
        place++;
    return place;
}

uint32_t end_of_line(slice text, uint32_t place)
{
    const char *stop = place < text.length ? memchr(text.bytes + place, '\n', text.length - place) : NULL;
    return stop ? (uint32_t)(stop - text.bytes) : text.length;
}

span without_blanks(slice text, uint32_t begin, uint32_t end)
{
    while (begin < end && isspace((unsigned char)text.bytes[begin]))
        begin++;
    while (end > begin && isspace((unsigned char)text.bytes[end - 1]))
        end--;
    return (span){begin, end};
}

/* "2023-02-31": written as a day, but none. */
static bool looks_like_day(slice text)
{
    static const char shape[] = "dddd-dd-dd";
    for (uint32_t i = 0; i < 10; i++)
        if (i >= text.length || (shape[i] == 'd' ? !isdigit((unsigned char)text.bytes[i]) : text.bytes[i] != '-'))
            return false;
    return true;
}

uint32_t take_day(slice text, uint32_t place, header *out)
{
    slice rest = {text.bytes + place, text.length - place};
    day found;
    uint32_t length = calendar_read(rest, &found);
    if (length) {
        out->published = found;
        out->published_span = (span){place, place + length};
        return length;
    }
    if (looks_like_day(rest)) {
        out->impossible = true;
        out->published_span = (span){place, place + 10};
        return 10;
    }
    return 0;
}
