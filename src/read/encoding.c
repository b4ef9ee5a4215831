#include "read/encoding.h"

#include "base/utf8.h"

/* Windows-1252 from 0x80 to 0x9f; 0: not assigned, as in Latin-1. */
static const uint16_t windows_1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

void reading_warn(reading_text *out, const char *what, const char *detail)
{
    if (out->warning_count < MOST_READING_WARNINGS)
        out->warnings[out->warning_count++] = (dateline_warning){{0, 0}, what, detail};
}

typedef struct byte_census {
    size_t multibyte; /* characters of several bytes that are UTF-8 */
    size_t invalid;   /* bytes that belong to none */
    bool c1;          /* some of them lie between 0x80 and 0x9f: Windows-1252 */
} byte_census;

static byte_census count_bytes(const char *bytes, size_t length)
{
    byte_census census = {0};
    for (size_t place = 0; place < length;) {
        size_t valid = utf8_valid(bytes + place, length - place);
        for (size_t i = place; i < place + valid; i++)
            census.multibyte += ((unsigned char)bytes[i] & 0xc0) == 0xc0;
        place += valid;
        if (place < length) {
            census.invalid++;
            census.c1 |= ((unsigned char)bytes[place] & 0xe0) == 0x80;
            place++;
        }
    }
    return census;
}

static void add_code(buffer *out, uint32_t code)
{
    char bytes[4];
    buffer_add(out, bytes, utf8_put(code, bytes));
}

static void add_single_bytes(buffer *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        uint32_t code = byte >= 0x80 && byte < 0xa0 && windows_1252[byte - 0x80] ? windows_1252[byte - 0x80] : byte;
        add_code(out, code);
    }
}

static void add_repaired(buffer *out, const char *bytes, size_t length)
{
    for (size_t place = 0; place < length;) {
        size_t valid = utf8_valid(bytes + place, length - place);
        buffer_add(out, bytes + place, valid);
        place += valid;
        if (place < length) {
            add_code(out, 0xfffd);
            place++;
        }
    }
}

/* CRLF and CR to LF, in place; whether there was any. */
static bool normalize_line_ends(buffer *text)
{
    if (!text->bytes || !memchr(text->bytes, '\r', text->length))
        return false;
    size_t length = 0;
    for (size_t i = 0; i < text->length; i++) {
        if (text->bytes[i] != '\r')
            text->bytes[length++] = text->bytes[i];
        else if (i + 1 == text->length || text->bytes[i + 1] != '\n')
            text->bytes[length++] = '\n';
    }
    text->bytes[length] = 0;
    text->length = length;
    return true;
}

status decode_text(reading_text *out, const char *bytes, size_t length, const char *place, dateline_error *error)
{
    if (length >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0))
        return fail(error, DATELINE_BAD_INPUT, "%s: UTF-16, which is not read; convert it to UTF-8", place);
    const char *zero = length ? memchr(bytes, 0, length) : NULL;
    if (zero)
        return fail(error, DATELINE_BAD_INPUT, "%s: a binary file, not text (a zero byte at %zu)", place, (size_t)(zero - bytes));
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        length -= 3;
        reading_warn(out, "encoding", "a byte order mark was dropped");
    }
    byte_census census = count_bytes(bytes, length);
    size_t controls = 0;
    for (size_t i = 0; i < length; i++)
        controls += (unsigned char)bytes[i] < 0x20 && !strchr("\t\n\r\f\v", bytes[i]);
    if (controls * 10 > length)
        return fail(error, DATELINE_BAD_INPUT, "%s: a binary file, not text (%zu control bytes of %zu)", place, controls, length);
    if (!census.invalid) {
        buffer_add(&out->text, bytes, length);
    } else if (census.invalid > census.multibyte) {
        add_single_bytes(&out->text, bytes, length);
        reading_warn(out, "encoding", census.c1 ? "read as Windows-1252" : "read as Latin-1");
    } else {
        add_repaired(&out->text, bytes, length);
        reading_warn(out, "encoding", "broken UTF-8: bytes that could not be read stand as U+FFFD");
    }
    if (normalize_line_ends(&out->text))
        reading_warn(out, "line ends", "CR LF was made LF");
    if (out->text.failed)
        return fail(error, DATELINE_NO_MEMORY, "%s: no memory to read it", place);
    return DATELINE_OK;
}
