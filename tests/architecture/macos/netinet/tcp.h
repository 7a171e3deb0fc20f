#pragma once

// Stands in for Apple's header of the same name: its options of a TCP socket, and none of Linux's.
#define TCP_NODELAY 0x01
#define TCP_KEEPALIVE 0x10
#define TCP_CONNECTIONTIMEOUT 0x20
#define TCP_RXT_CONNDROPTIME 0x80
#define TCP_KEEPINTVL 0x101
#define TCP_KEEPCNT 0x102
