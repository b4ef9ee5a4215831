#include "base/utf8.h"

#include <utf8proc.h>

/* Björn Höhrmann's table is faster, but reading is not where the time goes; this one can be read. */
size_t utf8_valid(const char *bytes, size_t length)
{
    const unsigned char *b = (const unsigned char *)bytes;
    size_t i = 0;
    while (i < length) {
        if (b[i] < 0x80) {
            i++;
            continue;
        }
        size_t more = b[i] >= 0xf0 ? 3 : b[i] >= 0xe0 ? 2 : 1;
        if (b[i] < 0xc2 || b[i] > 0xf4 || more >= length - i)
            return i;
        for (size_t k = 1; k <= more; k++)
            if ((b[i + k] & 0xc0) != 0x80)
                return i;
        bool overlong = (b[i] == 0xe0 && b[i + 1] < 0xa0) || (b[i] == 0xf0 && b[i + 1] < 0x90);
        bool surrogate = b[i] == 0xed && b[i + 1] >= 0xa0;
        bool beyond = b[i] == 0xf4 && b[i + 1] >= 0x90;
        if (overlong || surrogate || beyond)
            return i;
        i += more + 1;
    }
    return length;
}

uint32_t utf8_next(const char *bytes, uint32_t *place)
{
    const unsigned char *b = (const unsigned char *)bytes + *place;
    if (b[0] < 0x80) {
        *place += 1;
        return b[0];
    }
    if (b[0] < 0xe0) {
        *place += 2;
        return (b[0] & 0x1fu) << 6 | (b[1] & 0x3fu);
    }
    if (b[0] < 0xf0) {
        *place += 3;
        return (b[0] & 0x0fu) << 12 | (b[1] & 0x3fu) << 6 | (b[2] & 0x3fu);
    }
    *place += 4;
    return (b[0] & 0x07u) << 18 | (b[1] & 0x3fu) << 12 | (b[2] & 0x3fu) << 6 | (b[3] & 0x3fu);
}

uint32_t utf8_before(const char *bytes, uint32_t place)
{
    do
        place--;
    while (((unsigned char)bytes[place] & 0xc0) == 0x80);
    return place;
}

uint32_t utf8_put(uint32_t code, char out[4])
{
    return (uint32_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
}

static utf8proc_category_t category(uint32_t code)
{
    return utf8proc_category((utf8proc_int32_t)code);
}

bool utf8_is_letter(uint32_t code)
{
    if (code < 0x80)
        return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    utf8proc_category_t kind = category(code);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_upper(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z';
    return category(code) == UTF8PROC_CATEGORY_LU;
}

bool utf8_is_lower(uint32_t code)
{
    if (code < 0x80)
        return code >= 'a' && code <= 'z';
    return category(code) == UTF8PROC_CATEGORY_LL;
}

bool utf8_is_currency(uint32_t code)
{
    if (code < 0x80)
        return code == '$';
    return category(code) == UTF8PROC_CATEGORY_SC;
}

bool utf8_is_digit(uint32_t code)
{
    if (code < 0x80)
        return code >= '0' && code <= '9';
    return category(code) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_space(uint32_t code)
{
    if (code < 0x80)
        return code == ' ' || (code >= '\t' && code <= '\r');
    if (code == 0x85 || code == 0x200b || code == 0xfeff) /* next line, zero-width spaces */
        return true;
    utf8proc_category_t kind = category(code);
    return kind >= UTF8PROC_CATEGORY_ZS && kind <= UTF8PROC_CATEGORY_ZP;
}

bool utf8_is_control(uint32_t code)
{
    if (code < 0x80)
        return code < 0x20 || code == 0x7f;
    utf8proc_category_t kind = category(code);
    return kind == UTF8PROC_CATEGORY_CN || kind >= UTF8PROC_CATEGORY_CC;
}

bool utf8_is_mark(uint32_t code)
{
    return code >= 0x80 && category(code) == UTF8PROC_CATEGORY_MN;
}

bool utf8_is_alphanumeric(uint32_t code)
{
    utf8proc_category_t kind = category(code);
    return (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) || (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO);
}

uint32_t utf8_decompose(uint32_t code, uint32_t *out, uint32_t room)
{
    int bounds = 0; /* of graphemes, which nobody asks for here */
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code, (utf8proc_int32_t *)out, room, UTF8PROC_DECOMPOSE, &bounds);
    if (count > 0 && count <= (utf8proc_ssize_t)room)
        return (uint32_t)count;
    out[0] = code;
    return 1;
}

bool utf8_is_shouted(slice text)
{
    for (uint32_t place = 0; place < text.length;)
        if (utf8_is_lower(utf8_next(text.bytes, &place)))
            return false;
    return true;
}

slice utf8_lower(arena *memory, slice of)
{
    /* A capital and its small letter may differ in length, by one byte in two at the most. */
    char *out = arena_take(memory, (size_t)of.length * 2 + 4);
    uint32_t length = 0, place = 0;
    while (place < of.length) {
        unsigned char first = (unsigned char)of.bytes[place];
        if (first < 0x80) {
            out[length++] = (char)(first >= 'A' && first <= 'Z' ? first + 32 : first);
            place++;
        } else {
            uint32_t code = utf8_next(of.bytes, &place);
            length += utf8_put((uint32_t)utf8proc_tolower((utf8proc_int32_t)code), out + length);
        }
    }
    return (slice){out, length};
}
