/* The reading room's server: a store over HTTP, for reading only. */
#ifndef DATELINE_SERVE_SERVER_H
#define DATELINE_SERVE_SERVER_H

#include "dateline.h"

#include <stdint.h>

typedef struct server server;

/* Listens on `address` ("127.0.0.1") and `port`; port 0 takes any free one. The store must outlive the server, and
 * nobody else may use it meanwhile. NULL with DATELINE_BAD_ARGUMENT or DATELINE_CANNOT_READ. */
server *server_open(dateline_store *store, const char *address, uint16_t port, dateline_error *error);

/* The port that it listens on. */
uint16_t server_port(const server *of);

/* Waits for the last answer. NULL is ignored. */
void server_close(server *of);

#endif
