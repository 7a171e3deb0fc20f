#include "models/metrics/Doctor.h"
#include "models/metrics/Refusal.h"

#include <QtGlobal>

#include <algorithm>

namespace metrics {

namespace {

using base::ErrorKind;

struct Meaning
{
    Obstacle obstacle;
    Cause cause;
    const char *what;           ///< %1: the words of whoever refused
    const char *fix;
};

constexpr const char *SomethingElse = QT_TRANSLATE_NOOP("metrics", "Something else answers at this address: a sign-in page, a proxy, or another program.");

constexpr Meaning Meanings[] = {
    {Obstacle::Forbidden, Cause::NotAllowed, QT_TRANSLATE_NOOP("metrics", "It is not allowed: %1"),
     QT_TRANSLATE_NOOP("metrics", "Ask for the right that the server names, or name a server on the page \"Prometheus server\".")},
    {Obstacle::Unauthorized, Cause::NotSignedIn, QT_TRANSLATE_NOOP("metrics", "The server wants to know who asks: %1"),
     QT_TRANSLATE_NOOP("metrics", "Give a token, or a user and password, on the page \"Prometheus server\".")},
    {Obstacle::SecretsLost, Cause::NotSignedIn, QT_TRANSLATE_NOOP("metrics", "Your own server is not asked: %1"),
     QT_TRANSLATE_NOOP("metrics", "Enter it again on the page \"Prometheus server\".")},
    {Obstacle::NoReadyPod, Cause::NotReached, QT_TRANSLATE_NOOP("metrics", "No pod of the server is ready: %1"),
     QT_TRANSLATE_NOOP("metrics", "Look at its pods and their events.")},
    {Obstacle::NoSuchService, Cause::NotFound, QT_TRANSLATE_NOOP("metrics", "There is nothing at this address: %1"),
     QT_TRANSLATE_NOOP("metrics", "Look whether the Service still has that name and port.")},
    {Obstacle::WrongPrefix, Cause::NotFound, QT_TRANSLATE_NOOP("metrics", "The server has no such path: %1"),
     QT_TRANSLATE_NOOP("metrics", "Look whether it has a path before /api (routePrefix, --web.external-url), and give it with the address.")},
    {Obstacle::Redirected, Cause::NoPrometheus, QT_TRANSLATE_NOOP("metrics", "The server leads elsewhere: %1"), SomethingElse},
    {Obstacle::Timeout, Cause::TimedOut, QT_TRANSLATE_NOOP("metrics", "The answer did not come in time: %1"),
     QT_TRANSLATE_NOOP("metrics", "Choose a shorter time, and look at the CPU and memory of the server that is asked.")},
    {Obstacle::Unreachable, Cause::NotReached, QT_TRANSLATE_NOOP("metrics", "The server was not reached: %1"),
     QT_TRANSLATE_NOOP("metrics", "Look whether its pods are ready, and whether a NetworkPolicy keeps others away from them.")},
    {Obstacle::Tls, Cause::NotTrusted, QT_TRANSLATE_NOOP("metrics", "The server's certificate is not trusted: %1"),
     QT_TRANSLATE_NOOP("metrics", "Name the server and its CA on the page \"Prometheus server\".")},
    {Obstacle::NotPrometheus, Cause::NoPrometheus, QT_TRANSLATE_NOOP("metrics", "What answers is no server of the Prometheus API: %1"), SomethingElse},
    {Obstacle::Malformed, Cause::NoPrometheus, QT_TRANSLATE_NOOP("metrics", "The answer makes no sense: %1"),
     QT_TRANSLATE_NOOP("metrics", "It may have been cut on its way. Ask again, and look at the logs of the server and of proxies before it.")},
    {Obstacle::TooLarge, Cause::TooMuch, QT_TRANSLATE_NOOP("metrics", "The answer is too large: %1"),
     QT_TRANSLATE_NOOP("metrics", "Choose a shorter time or fewer objects.")},
    {Obstacle::ReadOnly, Cause::NotAllowed, QT_TRANSLATE_NOOP("metrics", "The cluster is marked as read-only here: %1"),
     QT_TRANSLATE_NOOP("metrics", "A query this long needs create on services/proxy. Choose fewer objects.")},
};

constexpr Meaning Refused{Obstacle::Other, Cause::Refused, QT_TRANSLATE_NOOP("metrics", "The server refused the query: %1"),
                          QT_TRANSLATE_NOOP("metrics", "Its words say which part it means; the query can be opened and changed.")};
constexpr Meaning AskedTooMuch{Obstacle::Other, Cause::TooMuch, QT_TRANSLATE_NOOP("metrics", "The server is asked too much: %1"),
                               QT_TRANSLATE_NOOP("metrics", "Wait a little; charts that nobody looks at are not asked for.")};
constexpr Meaning FailedSomehow{Obstacle::Other, Cause::Failed, QT_TRANSLATE_NOOP("metrics", "The server failed: %1"),
                                QT_TRANSLATE_NOOP("metrics", "Its logs say more.")};

const Meaning &meaningOf(const base::Error &error)
{
    const auto found = std::ranges::find(Meanings, obstacleOf(error), &Meaning::obstacle);
    if (found != std::end(Meanings))
        return *found;
    if (error.kind == ErrorKind::Throttled)
        return AskedTooMuch;
    return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Misuse ? Refused : FailedSomehow;
}

Finding refused(const Refusal &refusal)
{
    const char *inNamespace = QT_TRANSLATE_NOOP("metrics", "%1 may not %2 %3 in the namespace %4.");
    const char *everywhere = QT_TRANSLATE_NOOP("metrics", "%1 may not %2 %3 in the cluster.");
    return {Cause::NotAllowed, {refusal.namespaceName.empty() ? everywhere : inNamespace, {refusal.user, refusal.verb, refusal.resource, refusal.namespaceName}},
            {QT_TRANSLATE_NOOP("metrics", "Somebody who may give rights can allow it with these commands.")}, grantCommands(refusal)};
}

Finding nothingInstalled(Distribution distribution)
{
    return {Cause::NothingInstalled, {QT_TRANSLATE_NOOP("metrics", "No Prometheus was found in the cluster.")},
            {QT_TRANSLATE_NOOP("metrics", "Install kube-prometheus-stack into the namespace monitoring, or name a server outside of the cluster on the page \"Prometheus server\".")},
            installCommands(distribution)};
}

Finding otherCluster(const CandidateReport &report)
{
    return {Cause::OtherCluster, {QT_TRANSLATE_NOOP("metrics", "%1 watches another cluster: %2"), {report.candidate.text(), english(report.proof->reason)}},
            {QT_TRANSLATE_NOOP("metrics", "Name another server on the page \"Prometheus server\".")}};
}

/// Each thing that could not be read has the same cause: there is no way to the cluster.
Finding unreachable(const base::Error &error)
{
    return {Cause::NotReached, {QT_TRANSLATE_NOOP("metrics", "The API server was not reached: %1"), {error.message}},
            {QT_TRANSLATE_NOOP("metrics", "The way to Prometheus leads through it: look again when the cluster can be reached.")}};
}

void add(std::vector<Finding> &findings, Finding finding)
{
    if (std::ranges::find(findings, finding) == findings.end())
        findings.push_back(std::move(finding));
}

} // namespace

Finding findingOf(const base::Error &error, const std::string &place)
{
    if (const auto refusal = error.kind == ErrorKind::Forbidden ? refusalIn(error.message) : std::nullopt)
        return refused(*refusal);
    const Meaning &meaning = meaningOf(error);
    const bool isSaid = place.empty() || error.message.find(place) != std::string::npos;
    return {meaning.cause, {meaning.what, {isSaid ? error.message : place + ": " + error.message}}, {meaning.fix}};
}

std::vector<Finding> whyNoServer(const DiscoveryReport &report, Distribution distribution)
{
    if (report.isUnreachable && report.candidates.empty() && !report.gaps.empty())
        return {unreachable(report.gaps.front().error)};
    std::vector<Finding> findings;
    for (const CandidateReport &candidate : report.candidates) {
        if (candidate.proof && candidate.proof->verdict == Proof::Verdict::OtherCluster)
            add(findings, otherCluster(candidate));
        for (const Attempt &attempt : candidate.attempts) {
            if (attempt.error && !candidate.answers())
                add(findings, findingOf(*attempt.error, attempt.place));
        }
    }
    for (const DiscoveryGap &gap : report.gaps)
        add(findings, findingOf(gap.error, gap.what));
    if (findings.empty())
        findings.push_back(nothingInstalled(distribution));
    return findings;
}

} // namespace metrics
