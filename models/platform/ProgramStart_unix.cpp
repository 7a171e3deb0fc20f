#include "models/platform/ProgramStart.h"

namespace platform {

ProgramStart::ProgramStart(int count, char **arguments) : m_count(count), m_arguments(arguments)
{
}

ProgramStart::~ProgramStart() = default;

} // namespace platform
