#include "app/headless/CommandLine.h"

#include "app/headless/CommandLineFlags.h"
#include "models/text/GoQuote.h"

#include <algorithm>

namespace headless {
namespace {

/// A text made of pieces.
template<typename... Pieces>
std::string join(const Pieces &...pieces)
{
    std::string out;
    ((out += pieces), ...);
    return out;
}

/// True and false as Go's strconv.ParseBool knows them, or null.
const char *switchValue(std::string_view text)
{
    for (const std::string_view yes : {"1", "t", "T", "TRUE", "true", "True"}) {
        if (text == yes)
            return "true";
    }
    for (const std::string_view no : {"0", "f", "F", "FALSE", "false", "False"}) {
        if (text == no)
            return "false";
    }
    return nullptr;
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string nameOf(const FlagRule &rule)
{
    return rule.letter ? join("-", rule.letter, ", --", rule.name) : join("--", rule.name);
}

/// Reads the arguments from left to right into one invocation; the first mistake ends it.
class Reader
{
public:
    explicit Reader(std::span<const std::string_view> arguments) : m_arguments(arguments) { }

    base::Result<Invocation> read()
    {
        while (m_problem.empty() && m_next < m_arguments.size())
            readArgument(m_arguments[m_next++]);
        if (m_problem.empty() && !m_invocation.help && !m_invocation.version)
            check();
        if (m_problem.empty())
            return std::move(m_invocation);
        return base::makeError(base::ErrorKind::Misuse, join(m_problem, "\n", usageLine(m_invocation.verb)));
    }

private:
    void readArgument(std::string_view argument)
    {
        if (m_onlyWords || argument.size() < 2 || argument[0] != '-')
            readWord(argument);
        else if (argument == "--")
            m_onlyWords = true;
        else if (argument[1] == '-')
            readName(argument.substr(2), argument);
        else
            readLetters(argument);
    }

    void readWord(std::string_view word)
    {
        if (m_hasVerb) {
            m_invocation.arguments.emplace_back(word);
            return;
        }
        const auto rules = verbRules();
        const auto rule = std::find_if(rules.begin() + 1, rules.end(), [&](const VerbRule &r) { return r.name == word; });
        if (rule == rules.end())
            return failVerb(word);
        m_invocation.verb = rule->verb;
        m_hasVerb = true;
    }

    void failVerb(std::string_view word)
    {
        m_problem = join("unknown verb ", text::goQuoted(word), "; the verbs are:");
        for (const std::string_view name : verbNames())
            m_problem += join(" ", name);
    }

    void readName(std::string_view text, std::string_view argument)
    {
        const std::size_t mark = text.find('=');
        const std::string_view name = text.substr(0, mark);
        if (name.empty() || name[0] == '-') {
            m_problem = join("bad flag syntax: ", argument);
            return;
        }
        const auto rules = flagRules();
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const FlagRule &r) { return r.name == name; });
        if (rule == rules.end()) {
            m_problem = join("unknown flag: --", name);
            return;
        }
        if (mark != std::string_view::npos)
            return give(*rule, text.substr(mark + 1));
        if (!giveWithoutText(*rule))
            m_problem = join("flag needs an argument: --", name);
    }

    /// -A, -Aw, -n NS, -nNS, -n=NS
    void readLetters(std::string_view argument)
    {
        const std::string_view letters = argument.substr(1);
        for (std::size_t i = 0; i < letters.size() && m_problem.empty(); ++i) {
            const auto rules = flagRules();
            const auto rule = std::find_if(rules.begin(), rules.end(), [&](const FlagRule &r) { return r.letter && r.letter == letters[i]; });
            const std::string_view rest = letters.substr(i + 1);
            if (rule == rules.end()) {
                m_problem = join("unknown shorthand flag: '", letters[i], "' in ", argument);
                return;
            }
            if (rest.starts_with('='))
                return give(*rule, rest.substr(1));
            if (!rest.empty() && takesRest(*rule, rest))
                return give(*rule, rest);
            if (!giveWithoutText(*rule))
                m_problem = join("flag needs an argument: '", letters[i], "' in ", argument);
        }
    }

    static bool takesRest(const FlagRule &rule, std::string_view rest)
    {
        return rule.takes == FlagRule::Takes::Value || (rule.takes == FlagRule::Takes::OptionalNumber && isDigits(rest));
    }

    /// The flag stands alone: a switch is on, a value is the next argument. False when there is none.
    bool giveWithoutText(const FlagRule &rule)
    {
        const bool hasNext = m_next < m_arguments.size();
        if (rule.takes == FlagRule::Takes::Nothing)
            give(rule, "true");
        else if (rule.takes == FlagRule::Takes::OptionalNumber && !(hasNext && isDigits(m_arguments[m_next])))
            give(rule, "1");
        else if (hasNext)
            give(rule, m_arguments[m_next++]);
        else
            return false;
        return true;
    }

    void give(const FlagRule &rule, std::string_view value)
    {
        std::string problem;
        std::string_view given = value;
        if (rule.takes == FlagRule::Takes::Nothing) {
            const char *known = switchValue(value);
            problem = known ? "" : "must be true or false";
            given = known ? known : "";
        }
        if (problem.empty())
            problem = rule.apply(m_invocation, given);
        if (!problem.empty())
            m_problem = join("invalid argument ", text::goQuoted(value), " for \"", nameOf(rule), "\" flag: ", problem);
        m_given.push_back(&rule);
    }

    void check()
    {
        checkFlagsOfVerb();
        checkArguments();
        checkOutput();
        checkCombinations();
    }

    void fail(std::string problem)
    {
        if (m_problem.empty())
            m_problem = std::move(problem);
    }

    void checkFlagsOfVerb()
    {
        const std::string_view verb = ruleOf(m_invocation.verb).name;
        for (const FlagRule *rule : m_given) {
            if (rule->verbs & setOf(m_invocation.verb))
                continue;
            fail(verb.empty() ? join("the flag --", rule->name, " needs a verb") : join(verb, " has no flag --", rule->name));
        }
    }

    void checkArguments()
    {
        const VerbRule &rule = ruleOf(m_invocation.verb);
        if (m_invocation.arguments.size() < rule.leastArguments)
            fail(std::string(rule.missing));
        if (m_invocation.arguments.size() > rule.mostArguments)
            fail(join("unexpected argument ", text::goQuoted(m_invocation.arguments[rule.mostArguments])));
    }

    void checkOutput()
    {
        using Format = OutputChoice::Format;
        const Format format = m_invocation.output.format;
        if (m_invocation.verb == Verb::Contexts && format != Format::Table && format != Format::Json)
            fail("contexts prints a table or, with -o json, JSON");
        if (m_invocation.verb == Verb::Top && format != Format::Table && format != Format::Json)
            fail("top prints a table or, with -o json, JSON");
        if (m_invocation.verb == Verb::Env && format != Format::Table && format != Format::Json)
            fail("env prints a table or, with -o json, JSON");
        if (m_invocation.verb == Verb::Downward && format != Format::Table && format != Format::Json && format != Format::Yaml)
            fail("downward prints a table or, with -o json or yaml, data");
        if (m_invocation.verb == Verb::Disk && format != Format::Table && format != Format::Json)
            fail("disk prints tables or, with -o json, JSON");
        const bool isPicture = format == Format::Svg || format == Format::Dot;
        if (isPicture && m_invocation.verb != Verb::Rbac)
            fail(join(ruleOf(m_invocation.verb).name, " prints no pictures"));
        const bool hasColumns = format == Format::Table || format == Format::Wide || format == Format::Csv;
        if (m_invocation.get.showLabels && !hasColumns)
            fail("--show-labels needs a table");
        if (!m_invocation.get.labelColumns.empty() && !hasColumns)
            fail("--label-columns needs a table");
    }

    void checkCombinations()
    {
        const bool hasFiles = !m_invocation.from.empty();
        if (hasFiles && m_invocation.get.watch)
            fail("--watch needs a cluster, not --from");
        if (hasFiles && m_invocation.get.cells == GetFlags::Cells::Server)
            fail("--cells=server needs a cluster, not --from");
        if (m_invocation.window.size && m_invocation.window.screenshot.empty())
            fail("--size needs --screenshot");
    }

    std::span<const std::string_view> m_arguments;
    std::size_t m_next = 0;
    bool m_onlyWords = false;
    bool m_hasVerb = false;
    std::vector<const FlagRule *> m_given;
    Invocation m_invocation;
    std::string m_problem;
};

std::string helpOfFlags(Verb verb)
{
    constexpr std::size_t column = 34;
    std::string out;
    for (const FlagRule &rule : flagRules()) {
        if (!(rule.verbs & setOf(verb)))
            continue;
        std::string left = rule.letter ? join("  -", rule.letter, ", --", rule.name) : join("      --", rule.name);
        if (!rule.valueName.empty())
            left += join(rule.takes == FlagRule::Takes::OptionalNumber ? "=" : " ", rule.valueName);
        left.resize(std::max(column, left.size() + 2), ' ');
        out += join(left, rule.help, "\n");
    }
    return out;
}

} // namespace

base::Result<Invocation> parseCommandLine(std::span<const std::string_view> arguments)
{
    return Reader(arguments).read();
}

std::string usageLine(Verb verb)
{
    return join("Usage: wheelhouse ", ruleOf(verb).usage);
}

std::string helpText(Verb verb)
{
    std::string out = join(ruleOf(verb).help, "\n\n", usageLine(verb), "\n\n");
    if (verb == Verb::Window) {
        out += "Verbs (wheelhouse VERB --help tells more):\n";
        for (const VerbRule &rule : verbRules().subspan(1)) {
            std::string left = join("  ", rule.name);
            left.resize(14, ' ');
            out += join(left, rule.help, "\n");
        }
        out += '\n';
    }
    return join(out, "Flags:\n", helpOfFlags(verb));
}

std::string versionText()
{
    return "wheelhouse " WHEELHOUSE_VERSION;
}

std::vector<std::string_view> verbNames()
{
    std::vector<std::string_view> names;
    for (const VerbRule &rule : verbRules().subspan(1))
        names.push_back(rule.name);
    return names;
}

} // namespace headless
