// Any bytes as the answers of a server of the Prometheus API, and as objects of a cluster that candidates and its identity are read from: what is
// read is in order and finite in number, every error has words, and what is remembered can be read again.

#include "models/metrics/CandidateProbe.h"
#include "models/metrics/CapabilityQuestion.h"
#include "models/metrics/PrometheusAnswer.h"
#include "models/metrics/RememberedServer.h"
#include "models/text/Json.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

void check(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void checkError(const base::Error &error)
{
    check(!error.message.empty());
    static_cast<void>(metrics::obstacleOf(error));
    if (const auto path = metrics::redirectPath(error))
        check(path->starts_with('/'));
}

void readAnswer(std::string_view bytes)
{
    const auto answer = metrics::parseAnswer(bytes);
    if (!answer)
        return checkError(answer.error());
    for (const metrics::Series &series : answer->series) {
        check(std::ranges::adjacent_find(series.points, [](const auto &left, const auto &right) { return left.time >= right.time; }) == series.points.end());
        static_cast<void>(metrics::spacingOf(series));
    }
    check(answer->raw.size() <= metrics::RawCap);
    metrics::ClusterIdentity identity;
    identity.nodes = {{"node-1", "aaaa"}};
    identity.pods = {{"default", "web", "1111"}};
    check(!metrics::judge(identity, *answer).reason.isEmpty());
}

void readFacts(std::string_view bytes)
{
    const auto data = metrics::parseData(bytes);
    if (!data)
        return checkError(data.error());
    static_cast<void>(metrics::readBuildInfo(*data));
    static_cast<void>(metrics::readRuntimeInfo(*data));
    static_cast<void>(metrics::readTargets(*data));
    static_cast<void>(metrics::readRules(*data));
    static_cast<void>(metrics::readAlerts(*data));
    static_cast<void>(metrics::readMetadata(*data));
    static_cast<void>(metrics::readNames(*data));
}

void readObjects(std::string_view bytes)
{
    const auto value = text::parseJson(bytes);
    if (!value)
        return;
    metrics::ClusterIdentity identity;
    identity.takeKubeSystem(*value);
    identity.takeNodes(*value);
    identity.takePods(*value);
    check(!metrics::proofQuery(identity).empty());
    const auto candidates = metrics::candidatesOf((*value)["items"].items(), (*value)["prometheuses"].items());
    check(std::ranges::is_sorted(candidates, std::less(), &metrics::Candidate::origin));
    for (const metrics::Candidate &each : candidates)
        check(each.service.port > 0 && each.service.port < 65536);
    if (const auto remembered = metrics::readCandidate(*value)) {
        const auto again = metrics::readCandidate(metrics::writeCandidate(*remembered, remembered->firstWay.value_or(metrics::Way::Direct)));
        check(again && again->text() == remembered->text() && (remembered->direct || again == remembered));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    readAnswer(bytes);
    readFacts(bytes);
    readObjects(bytes);
    checkError(metrics::refusalOf(503, bytes));
    const auto duration = metrics::parsePrometheusDuration(bytes);
    check(!duration || duration->count() >= 0);
    if (const auto prefix = metrics::prefixOf(std::string(bytes)))
        check(prefix->starts_with('/') && !prefix->ends_with('/'));
    static_cast<void>(metrics::parseSampleValue(bytes));
    static_cast<void>(metrics::parseTimestamp(bytes));
    return 0;
}
