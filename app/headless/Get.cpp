#include "app/headless/Get.h"

#include "app/headless/Cluster.h"
#include "app/headless/ClusterSource.h"
#include "app/headless/ErrorText.h"
#include "app/headless/ObjectOutput.h"
#include "app/headless/ObjectsFromFiles.h"
#include "app/headless/TableOutput.h"
#include "models/text/JsonPath.h"

#include <ostream>

namespace headless {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

/// One call of "get", from words to printed rows.
class GetRun
{
public:
    GetRun(const Invocation &invocation, GetSource &source, std::ostream &out, std::ostream &err)
        : m_invocation(invocation), m_source(source), m_out(out), m_err(err)
    {
    }

    int run()
    {
        const auto words = GetWords::parse(m_invocation.arguments);
        if (!words)
            return fail(words.error());
        const bool named = !words->words.empty() && !words->words.front().names.empty();
        if (m_invocation.allNamespaces && named)
            return fail(base::makeError(ErrorKind::BadInput, "a resource cannot be retrieved by name across all namespaces"));
        const auto extras = makeExtras();
        if (!extras)
            return fail(extras.error());
        const auto targets = m_source.resolve(*words);
        if (!targets)
            return fail(targets.error());
        if (m_invocation.get.watch)
            return watch(*targets, *extras);
        if (printsObjects(m_invocation.output.format))
            return printObjects(*targets, words->isSingleName ? ObjectOutput::Shape::Bare : ObjectOutput::Shape::List);
        return printTables(*targets, *extras);
    }

private:
    Result<RowExtras> makeExtras() const
    {
        RowExtras extras;
        extras.labelColumns = m_invocation.get.labelColumns;
        extras.allLabels = m_invocation.get.showLabels;
        if (m_invocation.get.sortBy.empty())
            return extras;
        auto path = text::relaxedJsonPath(m_invocation.get.sortBy).and_then([](std::string &&whole) { return text::JsonPath::parse(whole); });
        if (!path)
            return path.error();
        extras.sortKey = [path = std::move(*path)](const text::Value &object) {
            const auto found = path.find(object);
            return found && !found->empty() ? found->front() : text::Value();
        };
        return extras;
    }

    /// The server's printer orders flow schemas, and nothing else, by a field (printFlowSchemaList).
    static RowExtras withServersOrder(RowExtras extras, const GetTarget &target)
    {
        if (!extras.sortKey && target.type.kind == "FlowSchema" && target.names.empty())
            extras.sortKey = [](const text::Value &object) { return object["spec"]["matchingPrecedence"]; };
        return extras;
    }

    int printTables(const std::vector<GetTarget> &targets, const RowExtras &allExtras)
    {
        TableOutput output(m_invocation, targets.size() > 1 ? TableOutput::Names::WithKind : TableOutput::Names::Plain, m_out);
        bool namespaced = !m_invocation.allNamespaces;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            namespaced = namespaced && targets[i].type.namespaced;
            const RowExtras extras = withServersOrder(allExtras, targets[i]);
            auto rows = m_source.rows(targets[i], extras, m_failures);
            if (!rows) {
                m_failures.push_back(rows.error());
                continue;
            }
            // KIND/NAME words of one kind in a row belong into one table.
            while (i + 1 < targets.size() && targets[i + 1].type == targets[i].type) {
                if (auto more = m_source.rows(targets[++i], extras, m_failures))
                    rows->append(std::move(*more));
                else
                    m_failures.push_back(more.error());
            }
            if (extras.sortKey)
                rows->sortByKeys();
            output.group(targets[i].type, *rows);
        }
        m_out.flush();
        if (!output.hasPrinted() && m_failures.empty())
            m_err << (namespaced ? "No resources found in " + m_source.namespaceName() + " namespace.\n" : "No resources found\n");
        return finish();
    }

    int printObjects(const std::vector<GetTarget> &targets, ObjectOutput::Shape shape)
    {
        const auto output = makeObjectOutput(m_invocation.output, shape, m_out);
        if (!output)
            return fail(output.error());
        std::size_t count = 0;
        for (const GetTarget &target : targets) {
            const auto done = m_source.objects(target, [&](const text::Value &object) {
                ++count;
                text::Value sorted = object;
                sortKeys(sorted);
                return (*output)->object(sorted);
            }, m_failures);
            if (!done)
                m_failures.push_back(done.error());
        }
        if (count > 0 || m_failures.empty()) {
            if (const auto finished = (*output)->finish(); !finished)
                m_failures.push_back(finished.error());
        }
        m_out.flush();
        return finish();
    }

    int watch(const std::vector<GetTarget> &targets, const RowExtras &extras)
    {
        if (targets.size() != 1 || targets[0].names.size() > 1)
            return fail(base::makeError(ErrorKind::BadInput, "you may only specify a single resource type"));
        if (printsObjects(m_invocation.output.format))
            return fail(base::makeError(ErrorKind::Misuse, "--watch prints tables"));
        TableOutput output(m_invocation, TableOutput::Names::Plain, m_out);
        const auto ended = m_source.watch(targets[0], extras, [&](const TableRows &rows) {
            if (output.hasPrinted())
                output.more(rows);
            else
                output.group(targets[0].type, rows);
            m_out.flush();
        });
        return ended ? Done : fail(ended.error());
    }

    int fail(const Error &error)
    {
        m_failures.push_back(error);
        return finish();
    }

    int finish()
    {
        int code = Done;
        for (const Error &failure : m_failures) {
            m_err << errorText(failure) << '\n';
            code = std::max(code, exitCode(failure));
        }
        if (code == Misused)
            m_err << usageLine(Verb::Get) << '\n';
        return code;
    }

    const Invocation &m_invocation;
    GetSource &m_source;
    std::ostream &m_out;
    std::ostream &m_err;
    std::vector<Error> m_failures;
};

int failBeforeGet(const Error &error, std::ostream &err)
{
    err << errorText(error) << '\n';
    return exitCode(error);
}

} // namespace

int get(const Invocation &invocation, std::ostream &out, std::ostream &err)
{
    const base::SystemTime now = invocation.now ? invocation.now->toSystemTime() : base::Clock::system().now();
    if (!invocation.from.empty()) {
        auto objects = ObjectsFromFiles::read(invocation.from);
        if (!objects)
            return failBeforeGet(objects.error(), err);
        const auto source = makeFileSource(invocation, std::move(*objects), now);
        return GetRun(invocation, *source, out, err).run();
    }
    const auto cluster = Cluster::connect(invocation, err);
    if (!cluster)
        return failBeforeGet(cluster.error(), err);
    const auto source = makeClusterSource(invocation, (*cluster)->api(), (*cluster)->namespaceName(), now);
    return GetRun(invocation, *source, out, err).run();
}

} // namespace headless
