#include "models/platform/ProgramStart.h"

namespace platform {

ProgramStart::ProgramStart(int count, char **arguments) : m_count(count), m_arguments(arguments)
{
}

ProgramStart::~ProgramStart() = default;

int ProgramStart::end(int exitCode)
{
    return exitCode;
}

} // namespace platform
