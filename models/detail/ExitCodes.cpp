#include "models/detail/Sections.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace detail {

namespace {

struct Meaning
{
    std::int64_t code;
    std::string_view words;
};

/// Above 128 a program was ended by the signal of that number less 128 (POSIX shells; container runtimes do the same).
constexpr Meaning meanings[] = {
    {0, QT_TR_NOOP("exit code %1 (it ended as it should)")},
    {1, QT_TR_NOOP("exit code %1 (the program reported an error)")},
    {2, QT_TR_NOOP("exit code %1 (often: wrong arguments)")},
    {126, QT_TR_NOOP("exit code %1 (the command cannot be executed)")},
    {127, QT_TR_NOOP("exit code %1 (the command was not found)")},
    {128, QT_TR_NOOP("exit code %1 (the container could not be started)")},
    {130, QT_TR_NOOP("exit code %1 (interrupted, signal INT)")},
    {132, QT_TR_NOOP("exit code %1 (illegal instruction, signal ILL)")},
    {134, QT_TR_NOOP("exit code %1 (it gave up, signal ABRT)")},
    {136, QT_TR_NOOP("exit code %1 (arithmetic error, signal FPE)")},
    {137, QT_TR_NOOP("exit code %1 (killed from outside, signal KILL)")},
    {139, QT_TR_NOOP("exit code %1 (wrong memory access, signal SEGV)")},
    {143, QT_TR_NOOP("exit code %1 (asked to end, signal TERM)")},
};

} // namespace

Phrase exitCodeWords(std::int64_t code, std::string_view reason)
{
    if (reason == "OOMKilled")
        return Phrase(QT_TR_NOOP("exit code %1 (it used more memory than its limit)"), {std::to_string(code)});
    const auto *known = std::ranges::find(meanings, code, &Meaning::code);
    const std::string_view words = known != std::end(meanings) ? known->words
        : code > 128 && code < 160                             ? QT_TR_NOOP("exit code %1 (ended by signal %2)")
                                                               : QT_TR_NOOP("exit code %1");
    return Phrase(words, {std::to_string(code), std::to_string(code - 128)});
}

} // namespace detail
