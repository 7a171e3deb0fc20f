#include "models/text/Pattern.h"

#include "models/base/PerThread.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <memory>

namespace text {
namespace {

constexpr std::uint32_t depthLimit = 10'000;
constexpr std::uint32_t heapLimitKilobytes = 4 * 1024;

std::string messageOf(int code)
{
    std::array<PCRE2_UCHAR, 256> buffer{};
    const int length = pcre2_get_error_message(code, buffer.data(), buffer.size());
    return length < 0 ? "not a regular expression" : std::string(reinterpret_cast<const char *>(buffer.data()), static_cast<std::size_t>(length));
}

PCRE2_SPTR bytes(std::string_view text)
{
    return reinterpret_cast<PCRE2_SPTR>(text.data() ? text.data() : "");
}

/// Where a search puts what it found: the only thing that it writes, so that every thread has its own. Room for the whole match; nobody asks for groups.
pcre2_match_data *matchData()
{
    struct Free { void operator()(pcre2_match_data *data) const { pcre2_match_data_free(data); } };
    struct Found { std::unique_ptr<pcre2_match_data, Free> data{pcre2_match_data_create(1, nullptr)}; };
    static base::PerThread<Found> found;
    return found->data.get();
}

} // namespace

struct Pattern::Compiled
{
    Compiled(pcre2_code *from, std::uint32_t mostSteps)
        : code(from), context(pcre2_match_context_create(nullptr))
    {
        pcre2_set_match_limit(context, mostSteps);
        pcre2_set_depth_limit(context, depthLimit);
        pcre2_set_heap_limit(context, heapLimitKilobytes);
        isMachineCode = pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0;
    }
    ~Compiled()
    {
        pcre2_match_context_free(context);
        pcre2_code_free(code);
    }
    Compiled(const Compiled &) = delete;
    Compiled &operator=(const Compiled &) = delete;

    pcre2_code *code;
    pcre2_match_context *context;
    bool isMachineCode = false;     ///< not where pcre2 has no compiler for the machine
};

Pattern::Pattern(std::string expression, std::shared_ptr<const Compiled> compiled)
    : m_expression(std::move(expression)), m_compiled(std::move(compiled))
{
}

base::Result<Pattern> Pattern::compile(std::string_view expression, Case sensitivity, std::uint32_t mostSteps)
{
    if (expression.size() > LongestExpression)
        return base::makeErrorAt(base::ErrorKind::TooLarge, "the expression is too long", 1, static_cast<int>(LongestExpression));
    const std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C
        | (sensitivity == Case::Insensitive ? PCRE2_CASELESS : 0u);
    int code = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code *compiled = pcre2_compile(bytes(expression), expression.size(), options, &code, &offset, nullptr);
    if (!compiled)
        return base::makeErrorAt(base::ErrorKind::BadInput, messageOf(code), 1, static_cast<int>(offset) + 1);
    return Pattern(std::string(expression), std::make_shared<const Compiled>(compiled, mostSteps));
}

Pattern::Found Pattern::find(std::string_view text, std::size_t from) const
{
    if (from > text.size())
        return {};
    pcre2_match_data *data = matchData();
    const auto match = m_compiled->isMachineCode ? pcre2_jit_match : pcre2_match;
    const int count = match(m_compiled->code, bytes(text), text.size(), from, 0, data, m_compiled->context);
    if (count == PCRE2_ERROR_NOMATCH)
        return {};
    if (count < 0)
        return {Outcome::GaveUp, 0, 0};
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
    return {Outcome::Match, ends[0], ends[1]};
}

} // namespace text
