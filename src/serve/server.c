#include "serve/server.h"

#include "serve/api.h"
#include "serve/page.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_HITS = 500, USUAL_HITS = 100, MOST_CONNECTIONS = 64, IDLE_SECONDS = 30 };

struct server {
    struct MHD_Daemon *daemon;
    dateline_store *store; /* used on the daemon's one thread alone */
    uint16_t port;
    bool loopback;
};

static server *failed(dateline_error *error, dateline_status code, const char *format, ...) __attribute__((format(printf, 3, 4)));

static server *failed(dateline_error *error, dateline_status code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    error->status = code;
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return NULL;
}

/* ---- answers ---- */

static enum MHD_Result send_body(struct MHD_Connection *to, unsigned status, const char *type, size_t length, const void *bytes,
                                 enum MHD_ResponseMemoryMode memory)
{
    struct MHD_Response *response = MHD_create_response_from_buffer(length, (void *)bytes, memory);
    if (!response)
        return MHD_NO;
    MHD_add_response_header(response, "Content-Type", type);
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    /* Nothing but what this server gives may run or load in the page: reports are other people's text. */
    MHD_add_response_header(response, "Content-Security-Policy",
                            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
    enum MHD_Result sent = MHD_queue_response(to, status, response);
    MHD_destroy_response(response);
    return sent;
}

static enum MHD_Result send_answer(struct MHD_Connection *to, answer from)
{
    if (!from.body)
        return MHD_NO;
    return send_body(to, from.status, "application/json", strlen(from.body), from.body, MHD_RESPMEM_MUST_FREE);
}

/* ---- questions ---- */

/* A parameter of the query; empty is as good as none. */
static const char *parameter(struct MHD_Connection *from, const char *name)
{
    const char *value = MHD_lookup_connection_value(from, MHD_GET_ARGUMENT_KIND, name);
    return value && *value ? value : NULL;
}

static answer find(struct MHD_Connection *from, dateline_store *store)
{
    const char *limit = parameter(from, "limit");
    long most = limit ? strtol(limit, NULL, 10) : USUAL_HITS;
    dateline_query query = {
        .words = parameter(from, "words"),
        .who = parameter(from, "who"),
        .said = parameter(from, "said"),
        .type = parameter(from, "type"),
        .country = parameter(from, "country"),
        .from = parameter(from, "from"),
        .to = parameter(from, "to"),
        .limit = (uint32_t)(most < 1           ? 1
                            : most > MOST_HITS ? MOST_HITS
                                               : most),
    };
    return answer_find(store, &query);
}

/* A page elsewhere could reach a server on this machine through a name that resolves to it; so where only this
 * machine is served, the name that was asked for must be this machine's. */
static bool host_is_ours(struct MHD_Connection *from, const server *of)
{
    const char *host = MHD_lookup_connection_value(from, MHD_HEADER_KIND, "Host");
    if (!of->loopback)
        return true;
    static const char *const ours[] = {"127.0.0.1", "localhost", "[::1]"};
    for (size_t i = 0; host && i < sizeof ours / sizeof *ours; i++) {
        size_t length = strlen(ours[i]);
        if (strncmp(host, ours[i], length) == 0 && (host[length] == ':' || host[length] == 0))
            return true;
    }
    return false;
}

static enum MHD_Result respond(void *context, struct MHD_Connection *connection, const char *path, const char *method, const char *version,
                               const char *upload, size_t *upload_size, void **state)
{
    (void)version, (void)upload, (void)upload_size, (void)state;
    server *of = context;
    static const char reports[] = "/api/reports/";
    if (!host_is_ours(connection, of))
        return send_answer(connection, answer_error(421, "this server answers to the name of its own machine only"));
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return send_answer(connection, answer_error(405, "the store is for reading"));
    if (strcmp(path, "/api/find") == 0)
        return send_answer(connection, find(connection, of->store));
    if (strcmp(path, "/api/counts") == 0)
        return send_answer(connection, answer_counts(of->store));
    if (strncmp(path, reports, strlen(reports)) == 0)
        return send_answer(connection, answer_report(of->store, path + strlen(reports)));
    for (const page_file *file = page_files; file->path; file++)
        if (strcmp(file->path, path) == 0)
            return send_body(connection, 200, file->type, file->length, file->bytes, MHD_RESPMEM_PERSISTENT);
    return send_answer(connection, answer_error(404, "there is nothing here"));
}

/* ---- opening, closing ---- */

server *server_open(dateline_store *store, const char *address, uint16_t port, dateline_error *error)
{
    struct sockaddr_in where = {.sin_family = AF_INET, .sin_port = htons(port)};
    if (inet_pton(AF_INET, address, &where.sin_addr) != 1)
        return failed(error, DATELINE_BAD_ARGUMENT, "%s: not an address such as 127.0.0.1", address);
    server *made = calloc(1, sizeof *made);
    if (!made)
        return failed(error, DATELINE_NO_MEMORY, "no memory for the server");
    made->store = store;
    made->loopback = (ntohl(where.sin_addr.s_addr) >> 24) == 127;
    errno = 0;
    made->daemon =
        MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, port, NULL, NULL, respond, made, MHD_OPTION_SOCK_ADDR, &where,
                         MHD_OPTION_CONNECTION_LIMIT, MOST_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT, IDLE_SECONDS, MHD_OPTION_END);
    if (!made->daemon) {
        free(made);
        return failed(error, DATELINE_CANNOT_READ, "%s:%u: cannot listen there: %s", address, port,
                      errno ? strerror(errno) : "no reason given");
    }
    made->port = MHD_get_daemon_info(made->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    return made;
}

uint16_t server_port(const server *of)
{
    return of->port;
}

void server_close(server *of)
{
    if (!of)
        return;
    MHD_stop_daemon(of->daemon);
    free(of);
}
