#include "base/digest.h"

#include <nettle/sha2.h>

void digest(const char *text, size_t length, char out[DIGEST_TEXT])
{
    struct sha256_ctx hash;
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_init(&hash);
    sha256_update(&hash, length, (const uint8_t *)text);
    sha256_digest(&hash, sizeof bytes, bytes);
    for (int i = 0; i < DIGEST_TEXT / 2; i++) {
        out[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
        out[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
    }
    out[DIGEST_TEXT - 1] = 0;
}
