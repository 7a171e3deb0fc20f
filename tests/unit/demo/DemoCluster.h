#pragma once

#include "models/base/ManualExecutor.h"
#include "models/demo/Api.h"
#include "models/demo/SampleData.h"
#include "models/text/Json.h"
#include "tests/support/Folders.h"

#include <string>

/// The sample cluster on a clock that the test moves, without a socket.
struct DemoCluster
{
    explicit DemoCluster(std::uint32_t seed = 1, std::size_t history = 4096, bool isLiving = true)
        : cluster(executor.clock(), seed, history), life(cluster, isLiving), api(cluster, std::chrono::seconds(60)),
          loaded(demo::loadSampleData(folders::source("resources/demo"), cluster, life))
    {
    }

    static demo::HttpRequest request(
        const std::string &method, const std::string &target, std::string body = {}, std::string type = "application/json")
    {
        std::string buffer = method + ' ' + target + " HTTP/1.1\r\nContent-Type: " + type
            + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        return *std::move(*demo::takeRequest(buffer));
    }

    demo::HttpAnswer ask(
        const std::string &method, const std::string &target, std::string body = {}, std::string type = "application/json")
    {
        return std::get<demo::HttpAnswer>(api.answer(request(method, target, std::move(body), std::move(type))));
    }

    text::Value get(const std::string &target) { return *text::parseJson(ask("GET", target).body); }

    /// What a watch has to say now; keeps the watch for next time.
    std::unique_ptr<demo::Watch> watch(const std::string &target)
    {
        return std::get<std::unique_ptr<demo::Watch>>(api.answer(request("GET", target)));
    }

    std::vector<text::Value> take(demo::Watch &watch)
    {
        std::vector<text::Value> events;
        for (const std::string &line : watch.take(executor.clock().steady()))
            events.push_back(*text::parseJson(line));
        return events;
    }

    void advance(std::chrono::milliseconds by)
    {
        for (std::chrono::milliseconds step(500); by.count() > 0; by -= step) {
            executor.advance(std::min(by, step));
            life.catchUp();
        }
    }

    base::ManualExecutor executor;
    demo::Cluster cluster;
    demo::Life life;
    demo::Api api;
    base::Result<void> loaded;
};
