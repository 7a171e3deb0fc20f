#include "models/demo/PodExec.h"

#include "models/demo/ContainerSight.h"
#include "models/demo/Edit.h"
#include "models/demo/Refusal.h"
#include "models/text/Json.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace demo {

using text::Value;

namespace {

constexpr std::array<std::string_view, 2> protocols = {"v5.channel.k8s.io", "v4.channel.k8s.io"};

/// What a command came to.
struct Said
{
    std::string output;
    std::string errors;
    int code = 0;
    bool isFound = true;
};

std::string frame(char first, std::string_view payload)
{
    std::string bytes(1, first);
    if (payload.size() < 126)
        bytes += static_cast<char>(payload.size());
    else
        bytes += {126, static_cast<char>(payload.size() >> 8), static_cast<char>(payload.size() & 0xFF)};
    return bytes.append(payload);
}

/// Binary messages of a channel, none longer than servers send them.
std::string messages(char channel, std::string_view text)
{
    constexpr std::size_t longest = 32 * 1024;
    std::string bytes;
    for (; !text.empty(); text.remove_prefix(std::min(text.size(), longest)))
        bytes += frame('\x82', std::string(1, channel).append(text.substr(0, longest)));
    return bytes;
}

Value statusOf(const Said &said, const std::string &program)
{
    if (!said.isFound)
        return object({{"metadata", Value::map()}, {"status", str("Failure")}, {"reason", str("InternalError")}, {"code", num(500)},
                       {"message", str("error executing command in container: OCI runtime exec failed: exec failed: unable to start container process: exec: \"" + program + "\": executable file not found in $PATH")}});
    if (said.code == 0)
        return object({{"metadata", Value::map()}, {"status", str("Success")}});
    const Value cause = object({{"reason", str("ExitCode")}, {"message", str(std::to_string(said.code))}});
    return object({{"metadata", Value::map()}, {"status", str("Failure")}, {"reason", str("NonZeroExitCode")},
                   {"message", str("command terminated with non-zero exit code")}, {"details", object({{"causes", Value::list({cause})}})}});
}

std::string printed(const EnvironmentOfContainer &environment, char end)
{
    std::string text;
    for (const auto &[name, value] : environment)
        text += name + '=' + value + end;
    return text;
}

Said cat(const Insight &insight, const std::vector<std::string> &command)
{
    Said said;
    for (auto path = command.begin() + 1; path != command.end(); ++path) {
        const auto content = *path == "/proc/self/environ" ? std::optional(printed(environmentIn(insight), '\0')) : fileIn(insight, *path);
        said.output += content.value_or(std::string());
        said.errors += content ? "" : "cat: can't open '" + *path + "': No such file or directory\n";
        said.code = said.errors.empty() ? 0 : 1;
    }
    return said;
}

Said run(const Insight &insight, const std::vector<std::string> &command)
{
    const bool isEmpty = insight.container["image"].text().find("pause") != std::string::npos;
    const std::string program = isEmpty || command.empty() ? "" : command.front();
    if (program == "cat")
        return cat(insight, command);
    if (program == "env" || program == "printenv")
        return {printed(environmentIn(insight), command.size() > 1 && command[1] == "-0" ? '\0' : '\n'), "", 0, true};
    return {"", "", 0, false};
}

bool isRunning(const Value &pod, const std::string &container)
{
    const auto runs = [&](const Value &state) { return state["name"].text() == container && state["state"]["running"].isMap(); };
    return std::ranges::any_of(in(pod, {"status", "containerStatuses"}).items(), runs);
}

HttpAnswer upgraded(const HttpRequest &request, std::string_view protocol, std::string frames)
{
    const QByteArray key = QByteArray::fromStdString(std::string(request.header("Sec-WebSocket-Key"))) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    HttpAnswer answer;
    answer.code = 101;
    answer.headers = {{"Upgrade", "websocket"}, {"Connection", "Upgrade"}, {"Sec-WebSocket-Protocol", std::string(protocol)},
                      {"Sec-WebSocket-Accept", QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64().toStdString()}};
    answer.body = std::move(frames);
    return answer;
}

} // namespace

HttpAnswer podExec(const HttpRequest &request, const Object &pod, const Cluster &cluster)
{
    const std::string_view offered = request.header("Sec-WebSocket-Protocol");
    const auto protocol = std::ranges::find_if(protocols, [offered](std::string_view each) { return offered.find(each) != std::string_view::npos; });
    if (request.method != "GET" || protocol == protocols.end())
        return refusal(400, "the demo cluster runs commands over WebSocket alone: v5.channel.k8s.io, v4.channel.k8s.io");
    const auto &containers = pod.value["spec"]["containers"].items();
    const std::string wanted(request.parameter("container").empty() && containers.size() == 1 ? std::string_view(containers.front()["name"].text()) : request.parameter("container"));
    const auto container = std::ranges::find_if(containers, [&](const Value &each) { return each["name"].text() == wanted; });
    if (container == containers.end())
        return refusal(400, wanted.empty() ? "a container name must be specified for pod " + pod.name : "container " + wanted + " is not valid for pod " + pod.name);
    if (!isRunning(pod.value, wanted))
        return refusal(500, "container not found (\"" + wanted + "\")");
    std::vector<std::string> command;
    for (const auto &[name, value] : request.parameters) {
        if (name == "command")
            command.push_back(value);
    }
    const Said said = run({pod.value, *container, cluster}, command);
    const std::string status = text::writeJson(statusOf(said, command.empty() ? "" : command.front()));
    return upgraded(request, *protocol, frame('\x82', "\1") + messages('\1', said.output) + messages('\2', said.errors) + messages('\3', status) + frame('\x88', "\x03\xE8"));
}

} // namespace demo
