#include "models/kube/ExecTrust.h"

#include "models/platform/Digest.h"
#include "models/platform/DurableFile.h"
#include "models/platform/NativePath.h"
#include "models/platform/Paths.h"
#include "models/text/Json.h"
#include "models/text/Plain.h"
#include "models/text/Utf8.h"

#include <algorithm>

namespace kube {

namespace {

using text::Value;

constexpr std::uint64_t SizeLimit = 4 * 1024 * 1024;

void appendPart(std::string &out, std::string_view part)
{
    out += std::to_string(part.size()) + ":";
    out.append(part);
}

/// Each part with its length before it, so that no two plugins are spelled alike.
std::string digest(const ExecSettings &plugin, const std::string &file)
{
    std::string all;
    appendPart(all, file);
    appendPart(all, plugin.command);
    appendPart(all, std::to_string(plugin.arguments.size()));
    for (const std::string &argument : plugin.arguments)
        appendPart(all, argument);
    for (const ExecVariable &variable : plugin.environment) {
        appendPart(all, variable.name);
        appendPart(all, variable.value.reveal());
    }
    return platform::sha256Hex(all);
}

/// What was remembered; a file that cannot be read trusts nothing.
Value remembered(const std::string &path)
{
    auto bytes = platform::FileCalls::system().read(path, SizeLimit);
    if (!bytes)
        return Value::map();
    auto value = text::parseJson(*bytes);
    return value && value->isMap() ? std::move(*value) : Value::map();
}

bool holds(const Value &store, const std::string &hash)
{
    const auto &list = store["trusted"].items();
    return std::any_of(list.begin(), list.end(), [&](const Value &entry) { return entry["sha256"].text() == hash; });
}

} // namespace

ExecTrust::ExecTrust(std::string folder, Scope scope)
    : m_path(folder.empty() ? std::string() : platform::joinPath(folder, "trusted-plugins.json")), m_scope(scope)
{
}

bool ExecTrust::isTrusted(const ExecSettings &plugin, const std::string &kubeConfigFile) const
{
    if (m_scope == Scope::EverythingNow)
        return true;
    return !m_path.empty() && holds(remembered(m_path), digest(plugin, kubeConfigFile));
}

base::Result<void> ExecTrust::trust(const ExecSettings &plugin, const std::string &kubeConfigFile) const
{
    if (auto made = platform::makePrivateFolder(m_path.empty() ? m_path : platform::folderOf(m_path)); !made)
        return made;
    const std::string hash = digest(plugin, kubeConfigFile);
    Value store = remembered(m_path);
    if (holds(store, hash))
        return {};
    Value entry = Value::map();
    entry.set("sha256", Value::string(hash));
    entry.set("command", Value::string(visibleText(plugin.command)));
    entry.set("file", Value::string(visibleText(kubeConfigFile)));
    Value list = store["trusted"].isList() ? store["trusted"] : Value::list();
    list.items().push_back(std::move(entry));
    store.set("trusted", std::move(list));
    return platform::writeDurably(m_path, text::writeJson(store, text::JsonStyle::Indented) + "\n");
}

base::Error ExecTrust::untrusted(const ExecSettings &plugin, const std::string &kubeConfigFile)
{
    std::string message = "the kubeconfig " + visibleText(kubeConfigFile.empty() ? "that was pasted" : kubeConfigFile)
        + " wants to run a program that nobody has trusted yet; it was not run:\n  " + visibleText(plugin.command);
    for (const std::string &argument : plugin.arguments)
        message += "\n  " + visibleText(argument);
    for (const ExecVariable &variable : plugin.environment)
        message += "\nwith the variable " + visibleText(variable.name);
    return base::makeError(base::ErrorKind::Untrusted, message);
}

std::string visibleText(std::string_view text)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::codePointAt(text, at);
        const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
        if (control)
            out += {'U', '+', '0', '0', digits[point.value >> 4], digits[point.value & 15]};
        else
            out.append(text.substr(at, point.size));
        at += point.size;
    }
    return text::plain(out);
}

} // namespace kube
