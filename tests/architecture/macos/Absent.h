#pragma once

// Included before every file that is compiled as for macOS: the headers that it shares with Linux, and an error for each name there that macOS lacks.
#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define st_mtimespec st_mtim // as a file's time is called there
#pragma GCC poison accept4 close_range dup3 epoll_create1 epoll_wait eventfd execvpe explicit_bzero fallocate fdatasync get_current_dir_name gettid inotify_init1 \
    memfd_create pipe2 ppoll prctl program_invocation_short_name renameat2 secure_getenv signalfd statx strchrnul syncfs timerfd_create
#undef MSG_NOSIGNAL
#undef O_PATH
#undef O_TMPFILE
#undef SOCK_CLOEXEC
#undef SOCK_NONBLOCK
