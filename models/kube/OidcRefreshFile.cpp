#include "models/kube/OidcRefreshFile.h"

#include "models/platform/Aside.h"
#include "models/platform/DurableFile.h"
#include "models/platform/FileLock.h"
#include "models/text/Yaml.h"
#include "models/text/YamlEditor.h"

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
    text::YamlEditor editor(kubeConfig);
    const Value before = *config;
    for (const auto &[key, value] : tokens) {
        const Value *old = before.find(key);
        if (!(old ? editor.replace(before, *old, value.reveal()) : editor.insert(before, key, value.reveal())))
            return cannotEdit(key + " is written in a way that cannot be changed in place");
        config->set(key, Value::string(value.reveal()));
    }
    std::string text = editor.result();
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
