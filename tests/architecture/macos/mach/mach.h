#pragma once

// Stands in for Apple's header of the same name: the few declarations that the program uses, with their types.
#include <cstdint>

using kern_return_t = int;
using integer_t = int;
using natural_t = unsigned int;
using mach_port_t = natural_t;
using task_name_t = mach_port_t;
using task_flavor_t = natural_t;
using task_info_t = integer_t *;
using mach_msg_type_number_t = natural_t;
using mach_vm_size_t = std::uint64_t;
using policy_t = int;

struct time_value_t
{
    integer_t seconds;
    integer_t microseconds;
};

struct mach_task_basic_info
{
    mach_vm_size_t virtual_size;
    mach_vm_size_t resident_size;
    mach_vm_size_t resident_size_max;
    time_value_t user_time;
    time_value_t system_time;
    policy_t policy;
    integer_t suspend_count;
};

#define KERN_SUCCESS 0
#define MACH_TASK_BASIC_INFO 20
#define MACH_TASK_BASIC_INFO_COUNT (sizeof(mach_task_basic_info) / sizeof(natural_t))

extern "C" {
extern mach_port_t mach_task_self_;
kern_return_t task_info(task_name_t task, task_flavor_t flavor, task_info_t info, mach_msg_type_number_t *count);
}
#define mach_task_self() mach_task_self_
