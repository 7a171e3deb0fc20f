#include "models/text/GoQuote.h"
#include "models/text/JsonPathNodes.h"
#include "models/text/Numbers.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>

namespace text::jsonpath {
namespace {

constexpr int MostDepth = 64;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Letters beyond ASCII are all taken for letters.
bool isWordStart(char c)
{
    return c == '_' || isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool isTerminator(char c)
{
    return std::string_view(" \t\r\n.,[]$@{}").find(c) != std::string_view::npos;
}

std::optional<long long> wholeNumber(std::string_view text)
{
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    long long number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// Reads a template; expressions inside of brackets are templates again.
class Parser
{
public:
    Parser(std::string_view text, int depth) : m_text(text), m_depth(depth) { }

    base::Result<Nodes> parse()
    {
        Nodes root;
        if (m_depth > MostDepth)
            fail("the template is nested too deeply");
        while (m_problem.empty() && m_at < m_text.size()) {
            const std::size_t brace = std::min(m_text.find('{', m_at), m_text.size());
            if (brace > m_at)
                root.push_back(literal(Value::string(std::string(m_text.substr(m_at, brace - m_at)))));
            m_at = brace;
            if (m_at < m_text.size()) {
                ++m_at;
                auto list = std::make_shared<Node>();
                parseAction(list->children);
                root.push_back(std::move(list));
            }
        }
        if (!m_problem.empty())
            return base::makeErrorAt(base::ErrorKind::BadInput, m_problem, 0, static_cast<int>(m_problemAt) + 1);
        return root;
    }

private:
    static NodePointer literal(Value value)
    {
        auto node = std::make_shared<Node>();
        node->type = Node::Type::Literal;
        node->literal = std::move(value);
        return node;
    }

    static NodePointer named(Node::Type type, std::string name = {})
    {
        auto node = std::make_shared<Node>();
        node->type = type;
        node->name = std::move(name);
        return node;
    }

    void fail(std::string problem)
    {
        if (m_problem.empty()) {
            m_problem = std::move(problem);
            m_problemAt = std::min(m_at, m_text.size());
        }
    }

    bool take(std::string_view prefix)
    {
        if (!m_text.substr(m_at).starts_with(prefix))
            return false;
        m_at += prefix.size();
        return true;
    }

    char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    /// The nodes of an expression in braces of its own.
    bool nested(std::string_view before, std::string_view text, std::string_view after, Nodes &nodes)
    {
        std::string braced = "{";
        for (const std::string_view piece : {before, text, after})
            braced += piece;
        braced += '}';
        auto parsed = Parser(braced, m_depth + 1).parse();
        if (!parsed) {
            fail(parsed.error().message);
            return false;
        }
        nodes = parsed->front()->children;
        return true;
    }

    void parseAction(Nodes &nodes)
    {
        while (m_problem.empty()) {
            if (take("}"))
                return;
            if (take("[?("))
                parseFilter(nodes);
            else if (take(".."))
                parseRecursive(nodes);
            else
                parseStep(nodes);
        }
    }

    void parseStep(Nodes &nodes)
    {
        if (m_at >= m_text.size() || here() == '\r' || here() == '\n')
            return fail("unclosed action");
        const char c = here();
        if (c == ' ' || c == '@' || c == '$') {
            ++m_at;
        } else if (c == '[') {
            ++m_at;
            parseArray(nodes);
        } else if (c == '"' || c == '\'') {
            parseQuote(nodes, c);
        } else if (c == '.') {
            ++m_at;
            parseField(nodes);
        } else if (c == '+' || c == '-' || isDigit(c)) {
            parseNumber(nodes);
        } else if (isWordStart(c)) {
            parseWord(nodes);
        } else {
            char text[64];
            std::snprintf(text, sizeof text, "unrecognized character in action: U+%04X '%c'", static_cast<unsigned>(c), c);
            fail(c < ' ' ? std::string(text).substr(0, 40) : text);
        }
    }

    void parseWord(Nodes &nodes)
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !isTerminator(here()))
            ++m_at;
        std::string word(m_text.substr(begin, m_at - begin));
        if (word == "true" || word == "false")
            nodes.push_back(literal(Value::boolean(word == "true")));
        else
            nodes.push_back(named(Node::Type::Identifier, std::move(word)));
    }

    void parseRecursive(Nodes &nodes)
    {
        if (!nodes.empty() && nodes.back()->type == Node::Type::Recursive)
            return fail("invalid multiple recursive descent");
        nodes.push_back(named(Node::Type::Recursive));
        if (isWordStart(here()))
            parseField(nodes);
    }

    void parseNumber(Nodes &nodes)
    {
        const std::size_t begin = m_at;
        m_at += here() == '+' || here() == '-' ? 1 : 0;
        while (here() == '.' || isDigit(here()))
            ++m_at;
        std::string text(m_text.substr(begin, m_at - begin));
        if (const auto number = wholeNumber(text))
            return nodes.push_back(literal(Value::number(*number)));
        const auto real = parseDouble(text.starts_with('+') ? std::string_view(text).substr(1) : std::string_view(text));
        if (!real)
            return fail("cannot parse number " + text);
        std::string spelling = formatDouble(*real);
        if (isWholeSpelling(spelling))
            spelling += ".0";
        nodes.push_back(literal(Value::number(std::move(spelling))));
    }

    void parseField(Nodes &nodes)
    {
        std::string name;
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !isTerminator(here()))
            m_at = std::min(m_at + (here() == '\\' ? 2 : 1), m_text.size());
        for (const char c : m_text.substr(begin, m_at - begin)) {
            if (c != '\\')
                name += c;
        }
        if (m_text.substr(begin, m_at - begin) == "*")
            nodes.push_back(named(Node::Type::Wildcard));
        else
            nodes.push_back(named(Node::Type::Field, std::move(name)));
    }

    void parseQuote(Nodes &nodes, char quote)
    {
        const std::size_t begin = m_at++;
        for (;; ++m_at) {
            if (m_at >= m_text.size() || here() == '\n')
                return fail("unterminated quoted string");
            if (here() == quote && m_text[m_at - 1] != '\\')
                break;
        }
        ++m_at;
        const std::string_view all = m_text.substr(begin, m_at - begin);
        const auto text = goUnquoted(all.substr(1, all.size() - 2), quote);
        if (!text)
            return fail("unquote string " + std::string(all) + " error invalid syntax");
        nodes.push_back(literal(Value::string(*text)));
    }

    void parseArray(Nodes &nodes)
    {
        const std::size_t begin = m_at;
        const std::size_t end = m_text.find_first_of("]\n", m_at);
        if (end == std::string_view::npos || m_text[end] == '\n')
            return fail("unterminated array");
        std::string_view text = m_text.substr(begin, end - begin);
        m_at = end + 1;
        if (text.find(',') != std::string_view::npos)
            return parseUnion(nodes, text);
        const bool isKey = text.size() >= 2 && text.front() == '\'' && text.back() == '\'' && text.substr(1, text.size() - 2).find('\'') == std::string_view::npos;
        if (isKey) {
            Nodes inner;
            if (nested(".", text.substr(1, text.size() - 2), "", inner))
                nodes.insert(nodes.end(), inner.begin(), inner.end());
            return;
        }
        parseSlice(nodes, text == "*" ? ":" : text);
    }

    void parseUnion(Nodes &nodes, std::string_view text)
    {
        auto node = std::make_shared<Node>();
        node->type = Node::Type::Union;
        for (std::size_t comma = 0; comma != std::string_view::npos;) {
            comma = text.find(',');
            std::string_view part = text.substr(0, comma);
            text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
            part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
            part = part.substr(0, part.find_last_not_of(' ') + 1);
            auto list = std::make_shared<Node>();
            if (!nested("[", part, "]", list->children))
                return;
            node->children.push_back(std::move(list));
        }
        nodes.push_back(std::move(node));
    }

    void parseSlice(Nodes &nodes, std::string_view text)
    {
        std::array<std::optional<std::string_view>, 3> parts;
        std::string_view rest = text;
        for (std::size_t i = 0; i < 3; ++i) {
            const std::size_t colon = rest.find(':');
            parts[i] = rest.substr(0, colon);
            if (colon == std::string_view::npos) {
                rest = {};
                break;
            }
            rest.remove_prefix(colon + 1);
            if (i == 2)
                return fail("invalid array index " + std::string(text));
        }
        auto node = std::make_shared<Node>();
        node->type = Node::Type::Slice;
        for (std::size_t i = 0; i < 3; ++i) {
            SliceNumber &number = node->slice[i];
            const std::string_view part = parts[i].value_or("");
            const std::string_view digits = part.starts_with('-') ? part.substr(1) : part;
            if (!std::all_of(digits.begin(), digits.end(), isDigit))
                return fail("invalid array index " + std::string(text));
            if (!part.empty()) {
                const auto value = wholeNumber(part);
                if (!value)
                    return fail("array index " + std::string(part) + " is not a number");
                number = {*value, true, false};
            } else if (i == 1 && !parts[1]) {
                number = {node->slice[0].value + 1, true, true};
            }
        }
        nodes.push_back(std::move(node));
    }

    void parseFilter(Nodes &nodes)
    {
        const std::size_t begin = m_at;
        char quote = '\0';
        bool closed = false;
        for (;; ++m_at) {
            if (m_at >= m_text.size() || here() == '\n')
                return fail("unterminated filter");
            const char c = here();
            if ((c == '"' || c == '\'') && quote == '\0')
                quote = c;
            else if (c == quote && quote != '\0' && m_text[m_at - 1] != '\\')
                closed = true;
            else if (c == ')' && (quote != '\0') == closed)
                break;
        }
        const std::string_view text = m_text.substr(begin, m_at - begin);
        ++m_at;
        if (!take("]"))
            return fail("unclosed array expect ]");
        addFilter(nodes, text);
    }

    void addFilter(Nodes &nodes, std::string_view text)
    {
        constexpr std::string_view signs = "!<>=";
        const std::size_t left = std::min(text.find_first_of(signs), text.size());
        const std::size_t right = std::min(text.find_first_not_of(signs, left), text.size());
        auto node = std::make_shared<Node>();
        node->type = Node::Type::Filter;
        auto leftList = std::make_shared<Node>();
        auto rightList = std::make_shared<Node>();
        const bool compares = left > 0 && right > left && right < text.size();
        node->name = compares ? std::string(text.substr(left, right - left)) : "exists";
        if (!nested("", compares ? text.substr(0, left) : text, "", leftList->children))
            return;
        if (compares && !nested("", text.substr(right), "", rightList->children))
            return;
        node->children = {leftList, rightList};
        nodes.push_back(std::move(node));
    }

    std::string_view m_text;
    int m_depth;
    std::size_t m_at = 0;
    std::string m_problem;
    std::size_t m_problemAt = 0;
};

} // namespace

base::Result<Nodes> parseTemplate(std::string_view text)
{
    return Parser(text, 0).parse();
}

} // namespace text::jsonpath
