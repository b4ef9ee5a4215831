/* dateline serve: the store in the browser, until it is interrupted. */
#include "cli/cli.h"
#include "serve/server.h"

#include <signal.h>
#include <stdlib.h>

enum { USUAL_PORT = 8787 };

static sigset_t endings(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

int run_serve(options *given)
{
    char *end = "";
    long port = given->port ? strtol(given->port, &end, 10) : USUAL_PORT;
    if (given->file_count != 1 || *end || port < 0 || port > 65535) {
        complain("usage: %s", command_named("serve")->usage);
        return EXIT_USAGE;
    }
    dateline_error error = {0};
    dateline_store *store = open_given_store(given);
    if (!store)
        return EXIT_NOTHING_READ;
    sigset_t ends = endings();
    int which;
    pthread_sigmask(SIG_BLOCK, &ends, NULL); /* before the server makes its thread, which then does not take them */
    const char *address = given->address ? given->address : "127.0.0.1";
    server *running = server_open(store, address, (uint16_t)port, &error);
    if (running) {
        printf("the reading room is at http://%s:%u/ until Ctrl-C\n", address, server_port(running));
        fflush(stdout);
        sigwait(&ends, &which);
    } else {
        complain("%s", error.message);
    }
    server_close(running);
    dateline_store_close(store, NULL);
    return running ? EXIT_ALL_DONE : error.status == DATELINE_BAD_ARGUMENT ? EXIT_USAGE : EXIT_SOME_FAILED;
}
