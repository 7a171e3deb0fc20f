#include "models/kube/OidcRefreshFile.h"

#include "models/platform/Aside.h"
#include "models/platform/DurableFile.h"
#include "models/platform/FileLock.h"
#include "models/text/Json.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace kube {

namespace {

using text::Value;

constexpr std::chrono::seconds LockLimit{5};
constexpr std::uint64_t SizeLimit = 32 * 1024 * 1024;

base::Error cannotEdit(const std::string &why)
{
    return base::makeError(base::ErrorKind::Unsupported, "the kubeconfig was left as it is: " + why);
}

/// The config of that user's auth-provider, inside of the tree; null when there is none.
Value *configOf(Value &root, std::string_view user)
{
    const auto child = [](Value *map, std::string_view key) { return map ? const_cast<Value *>(map->find(key)) : nullptr; };
    Value *users = child(&root, "users");
    if (!users)
        return nullptr;
    for (Value &entry : users->items()) {
        if (entry["name"].text() == user)
            return child(child(child(&entry, "user"), "auth-provider"), "config");
    }
    return nullptr;
}

struct Edit
{
    std::size_t offset;
    std::size_t length;
    std::string replacement;
};

/// Finds places in the text and the edits that change one value there.
class Editor
{
public:
    explicit Editor(std::string_view text) : m_text(text)
    {
        m_lines.push_back(0);
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\n')
                m_lines.push_back(at + 1);
        }
    }

    std::optional<Edit> replace(const Value &config, const Value &old, const std::string &fresh) const
    {
        const auto begin = offsetOf(old.line(), old.column());
        if (!begin)
            return {};
        if (old.isNull() && !m_text.substr(*begin).starts_with('n') && !m_text.substr(*begin).starts_with('~'))
            return Edit{*begin, 0, " " + doubleQuoted(fresh)};
        const char first = *begin < m_text.size() ? m_text[*begin] : '\0';
        switch (first) {
        case '"': return Edit{*begin, doubleQuotedEnd(*begin) - *begin, doubleQuoted(fresh)};
        case '\'': return Edit{*begin, singleQuotedEnd(*begin) - *begin, singleQuoted(fresh)};
        case '|':
        case '>': return Edit{*begin, blockEnd(*begin, std::size_t(config.column())) - *begin, doubleQuoted(fresh)};
        case '&':
        case '*':
        case '!': return {};
        default: return Edit{*begin, plainEnd(*begin) - *begin, isPlainToken(fresh) ? fresh : doubleQuoted(fresh)};
        }
    }

    std::optional<Edit> insert(const Value &config, const std::string &key, const std::string &fresh) const
    {
        const auto begin = offsetOf(config.line(), config.column());
        if (!begin || config.members().empty())
            return {};
        if (*begin < m_text.size() && m_text[*begin] == '{')
            return Edit{*begin + 1, 0, doubleQuoted(key) + ": " + doubleQuoted(fresh) + ", "};
        const std::size_t lineBegin = m_lines[std::size_t(config.line() - 1)];
        const std::string_view indentation = m_text.substr(lineBegin, *begin - lineBegin);
        if (indentation.find_first_not_of(' ') != std::string_view::npos)
            return {};
        const bool windows = lineEnd(*begin) > 0 && m_text[lineEnd(*begin) - 1] == '\r';
        return Edit{lineBegin, 0, std::string(indentation) + key + ": " + (isPlainToken(fresh) ? fresh : doubleQuoted(fresh))
                                      + (windows ? "\r\n" : "\n")};
    }

private:
    /// Columns count characters, not bytes.
    std::optional<std::size_t> offsetOf(int line, int column) const
    {
        if (line < 1 || column < 1 || std::size_t(line) > m_lines.size())
            return {};
        std::size_t at = m_lines[std::size_t(line - 1)];
        for (int step = 1; step < column && at < m_text.size(); ++step) {
            do
                ++at;
            while (at < m_text.size() && (static_cast<unsigned char>(m_text[at]) & 0xC0) == 0x80);
        }
        return at;
    }

    std::size_t lineEnd(std::size_t from) const { return std::min(m_text.find('\n', from), m_text.size()); }

    std::size_t doubleQuotedEnd(std::size_t begin) const
    {
        std::size_t at = begin + 1;
        while (at < m_text.size() && m_text[at] != '"')
            at += m_text[at] == '\\' ? 2 : 1;
        return std::min(at + 1, m_text.size());
    }

    std::size_t singleQuotedEnd(std::size_t begin) const
    {
        std::size_t at = begin + 1;
        while (at < m_text.size() && (m_text[at] != '\'' || m_text.substr(at, 2) == "''"))
            at += m_text[at] == '\'' ? 2 : 1;
        return std::min(at + 1, m_text.size());
    }

    /// A plain scalar of one line; what spans more is found out when the result is compared.
    std::size_t plainEnd(std::size_t begin) const
    {
        const std::size_t comment = std::min(m_text.find(" #", begin), m_text.size());
        std::size_t end = std::min({lineEnd(begin), comment, std::min(m_text.find_first_of(",}]", begin), m_text.size())});
        while (end > begin && (m_text[end - 1] == ' ' || m_text[end - 1] == '\t' || m_text[end - 1] == '\r'))
            --end;
        return end;
    }

    /// Up to the line break before the first line that is not indented deeper than the keys.
    std::size_t blockEnd(std::size_t begin, std::size_t keyColumn) const
    {
        std::size_t end = lineEnd(begin);
        while (end < m_text.size()) {
            const std::size_t next = end + 1;
            const std::size_t word = std::min(m_text.find_first_not_of(" \r", next), m_text.size());
            const bool blank = word >= m_text.size() || m_text[word] == '\n';
            if (!blank && word - next < keyColumn)
                break;
            if (blank && word >= m_text.size())
                break;
            end = lineEnd(next);
        }
        return end > begin && m_text[end - 1] == '\r' ? end - 1 : end;
    }

    static bool isPlainToken(std::string_view token)
    {
        // The begin of every JWT; anything else could be read as a number or a boolean.
        constexpr std::string_view signs = "-_.";
        return token.starts_with("eyJ") && std::all_of(token.begin(), token.end(), [&](char byte) {
            return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
                || signs.find(byte) != std::string_view::npos;
        });
    }

    static std::string doubleQuoted(std::string_view value)
    {
        std::string out;
        text::appendJsonString(out, value);
        return out;
    }

    static std::string singleQuoted(std::string_view value)
    {
        std::string out = "'";
        for (const char byte : value)
            out += byte == '\'' ? std::string("''") : std::string(1, byte);
        return out + "'";
    }

    std::string_view m_text;
    std::vector<std::size_t> m_lines;
};

std::string applied(std::string_view text, std::vector<Edit> edits)
{
    std::stable_sort(edits.begin(), edits.end(), [](const Edit &a, const Edit &b) { return a.offset < b.offset; });
    std::string out(text);
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
        out.replace(edit->offset, edit->length, edit->replacement);
    return out;
}

base::Result<std::vector<Value>> documents(std::string_view text)
{
    auto values = text::parseYamlDocuments(text);
    if (!values || values->empty())
        return cannotEdit("it cannot be read as YAML");
    return values;
}

base::Result<void> writeUnderLock(const std::string &file, const std::string &user, const AuthProviderTokens &tokens,
                                  platform::FileCalls &calls)
{
    auto old = calls.read(file, SizeLimit);
    if (!old)
        return std::move(old).error();
    auto fresh = withAuthProviderTokens(*old, user, tokens);
    if (!fresh)
        return std::move(fresh).error();
    platform::WriteOptions options;
    options.keepAttributes = true;
    options.backup = true;
    return platform::writeDurably(file, *fresh, options, calls);
}

} // namespace

base::Result<std::string> withAuthProviderTokens(std::string_view kubeConfig, std::string_view user, const AuthProviderTokens &tokens)
{
    auto wanted = documents(kubeConfig);
    if (!wanted)
        return std::move(wanted).error();
    Value *config = configOf(wanted->front(), user);
    if (!config || !config->isMap())
        return cannotEdit("it has no auth-provider of that user any more");
    const Editor editor(kubeConfig);
    const Value before = *config;
    std::vector<Edit> edits;
    for (const auto &[key, value] : tokens) {
        const Value *old = before.find(key);
        auto edit = old ? editor.replace(before, *old, value.reveal()) : editor.insert(before, key, value.reveal());
        if (!edit)
            return cannotEdit(key + " is written in a way that cannot be changed in place");
        edits.push_back(std::move(*edit));
        config->set(key, Value::string(value.reveal()));
    }
    std::string text = applied(kubeConfig, std::move(edits));
    auto found = documents(text);
    if (!found)
        return std::move(found).error();
    Value *written = configOf(found->front(), user);
    if (!written)
        return cannotEdit("the tokens are written in a way that cannot be changed in place");
    // An inserted key stands first in the text and last in the tree: order means nothing in a map.
    const auto byKey = [](const Value::Member &a, const Value::Member &b) { return a.key < b.key; };
    std::stable_sort(written->members().begin(), written->members().end(), byKey);
    std::stable_sort(config->members().begin(), config->members().end(), byKey);
    if (*found != *wanted)
        return cannotEdit("the tokens are written in a way that cannot be changed in place");
    return text;
}

base::Job saveAuthProviderTokens(base::Executor &executor, std::string file, std::string user, AuthProviderTokens tokens,
                                 std::function<void(base::Result<void>)> done, platform::FileCalls &calls)
{
    struct Stages { base::Job lock, write; };
    const auto stages = std::make_shared<Stages>();
    auto [job, token] = base::Job::make([stages] { *stages = {}; });
    const auto answer = [token = token, done = std::move(done)](base::Result<void> result) {
        token.finish([&] { done(std::move(result)); });
    };
    const auto write = [=, &executor, &calls](base::Result<platform::FileLock> lock) {
        if (!lock)
            return answer(lock.error());
        const auto held = std::make_shared<std::optional<platform::FileLock>>(std::move(*lock));
        stages->write = platform::runAside(executor, [=, &calls](const std::stop_token &) -> base::Task {
            const auto result = writeUnderLock(file, user, tokens, calls);
            held->reset();
            return [answer, result] { answer(result); };
        });
    };
    stages->lock = platform::FileLock::lock(executor, file, LockLimit, write, calls);
    return std::move(job);
}

} // namespace kube
