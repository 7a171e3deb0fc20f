#include "app/headless/Disk.h"

#include "app/headless/Cluster.h"
#include "app/headless/DiskOutput.h"
#include "app/headless/ErrorText.h"
#include "app/headless/GetTargets.h"
#include "app/headless/Wait.h"
#include "models/disk/Requests.h"
#include "models/text/Json.h"

#include <ostream>

namespace headless {

using ::disk::Missing;
using ::disk::Report;

namespace {

int fail(const base::Error &error, std::ostream &err)
{
    err << errorText(error) << '\n';
    return exitCode(error);
}

base::Result<Report> read(kube::Api &api, const std::string &node)
{
    const auto answers = waitFor<::disk::Answers>([&](auto done) { return ::disk::ask(api, node, api.executor(), done); });
    return answers ? ::disk::reportOf(*answers) : base::Result<Report>(answers.error());
}

const char *wordsFor(Missing::What what)
{
    switch (what) {
    case Missing::What::Summary: return "What is used on the node is not known";
    case Missing::What::Settings: return "Thresholds of the kubelet are not known";
    case Missing::What::Pods: break;
    }
    return "Which images are in use is not known";
}

/// What the node alone tells was printed; without the kubelet the question is not answered.
int tellMissing(const Report &report, std::ostream &err)
{
    for (const Missing &each : report.missing)
        if (each.what != Missing::What::Summary)
            err << "Warning: " << wordsFor(each.what) << ": " << errorText(each.error) << '\n';
    const base::Error *why = report.why(Missing::What::Summary);
    return why ? fail(*why, err) : Done;
}

} // namespace

int disk(const Invocation &invocation, std::ostream &out, std::ostream &err)
{
    if (const auto good = checkName(invocation.arguments[0]); !good)
        return fail(good.error(), err);
    const auto cluster = Cluster::connect(invocation, err);
    if (!cluster)
        return fail(cluster.error(), err);
    const auto report = read((*cluster)->api(), invocation.arguments[0]);
    if (!report)
        return fail(report.error(), err);
    if (invocation.output.format == OutputChoice::Format::Json)
        out << text::writeJson(diskJson(*report), text::JsonStyle::Indented) << '\n';
    else
        printDisk(*report, out);
    out.flush();
    return tellMissing(*report, err);
}

} // namespace headless
