#pragma once

#include "models/kube/ExecCommand.h"

#include <functional>
#include <string>
#include <vector>

/// What a running container really sees, read by commands that run in it.
namespace inside {

struct Variable
{
    std::string name;
    std::string value;
};

/// The environment that the container's runtime gives to what it starts there: that of the container, and HOME and the like.
struct Environment
{
    std::vector<Variable> variables;        ///< in the order they were told
    std::vector<std::string> command;       ///< what was run for it
};

struct File
{
    std::string path;
    base::Result<std::string> content;      ///< NotFound, TooLarge, Timeout, or Io with the words of what read it
};

/// Tries what the container has, ways that end each value with NUL first (values may hold line breaks). Any thread; done comes on the consumer.
///
/// Errors: those of kube::runCommand, and Unsupported when the container has nothing to be read with; that one says what was tried.
base::Job readEnvironment(const kube::PodStreams &streams, kube::PodContainer container, base::Executor &consumer, std::function<void(base::Result<Environment>)> done);

/// The contents of regular files of Linux containers, byte for byte, in the order of the paths, which are absolute. Where the container has a shell they are read together, else
/// each by itself, some at a time. Any thread; done comes on the consumer.
///
/// Errors: those of kube::runCommand, and Unsupported when the container has nothing to be read with. What is wrong with one file stands
/// with it.
base::Job readFiles(const kube::PodStreams &streams, kube::PodContainer container, std::vector<std::string> paths, base::Executor &consumer,
    std::function<void(base::Result<std::vector<File>>)> done);

} // namespace inside
