#include "app/headless/Get.h"

#include "app/headless/Cluster.h"
#include "app/headless/ClusterSource.h"
#include "app/headless/ErrorText.h"
#include "app/headless/ObjectOutput.h"
#include "app/headless/ObjectsFromFiles.h"
#include "app/headless/SortKeys.h"
#include "app/headless/TableOutput.h"
#include "models/text/JsonPath.h"
#include "models/text/Plain.h"

#include <algorithm>
#include <ostream>
#include <utility>

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
        if (const auto fit = checkSelectors(*words); !fit)
            return fail(fit.error());
        const auto extras = makeExtras();
        if (!extras)
            return fail(extras.error());
        const auto targets = m_source.resolve(*words);
        if (!targets)
            return fail(targets.error());
        const bool isAnyNamespaced = std::ranges::any_of(*targets, [](const GetTarget &target) { return target.type.namespaced; });
        if (m_invocation.allNamespaces && words->hasNames() && isAnyNamespaced)
            return fail(base::makeError(ErrorKind::BadInput, "a resource cannot be retrieved by name across all namespaces"));
        if (m_invocation.get.watch)
            return watch(*targets, *extras);
        if (printsObjects(m_invocation.output.format))
            return printObjects(*targets, *extras, words->isSingleName() ? ObjectOutput::Shape::Bare : ObjectOutput::Shape::List);
        return printTables(*targets, *extras);
    }

private:
    /// The rows of one kind that stand in one table.
    struct Group { kube::ResourceType type; TableRows rows; };

    Result<void> checkSelectors(const GetWords &words) const
    {
        const bool isSelected = !m_invocation.get.labelSelector.empty() || !m_invocation.get.fieldSelector.empty();
        if (isSelected && words.form == GetWords::Form::KindAndNames)
            return base::makeError(ErrorKind::BadInput, "name cannot be provided when a selector is specified");
        if (isSelected && words.form == GetWords::Form::Pairs)
            return base::makeError(ErrorKind::BadInput, "selectors and the all flag cannot be used when passing resource/name arguments");
        return {};
    }

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

    /// Everything is read before anything is printed: whether names get their kind depends on what came.
    std::vector<Group> readGroups(const std::vector<GetTarget> &targets, const RowExtras &extras)
    {
        std::vector<Group> groups;
        for (const GetTarget &target : targets) {
            auto rows = m_source.rows(target, extras, m_failures);
            if (!rows)
                m_failures.push_back(rows.error());
            if (!rows || (!target.names.empty() && rows->size() == 0))
                continue;
            // KIND/NAME words of one kind in a row belong into one table.
            if (!groups.empty() && groups.back().type == target.type)
                groups.back().rows.append(std::move(*rows));
            else
                groups.push_back({target.type, std::move(*rows)});
        }
        return groups;
    }

    int printTables(const std::vector<GetTarget> &targets, const RowExtras &extras)
    {
        std::vector<Group> groups = readGroups(targets, extras);
        const bool isMixed = std::ranges::any_of(groups, [&](const Group &group) { return group.type != groups.front().type; });
        TableOutput output(m_invocation, isMixed ? TableOutput::Names::WithKind : TableOutput::Names::Plain, m_out);
        bool isNamespaced = !m_invocation.allNamespaces;
        for (Group &group : groups) {
            isNamespaced = isNamespaced && group.type.namespaced;
            if (extras.sortKey) {
                if (const auto sorted = group.rows.sortByKeys(m_invocation.get.sortBy); !sorted) {
                    m_failures.push_back(sorted.error());
                    continue;
                }
            }
            output.group(group.type, group.rows);
        }
        m_out.flush();
        if (!output.hasPrinted() && m_failures.empty())
            m_err << (isNamespaced ? "No resources found in " + m_source.namespaceName() + " namespace.\n" : "No resources found\n");
        return finish();
    }

    int printObjects(const std::vector<GetTarget> &targets, const RowExtras &extras, ObjectOutput::Shape shape)
    {
        const auto output = makeObjectOutput(m_invocation.output, shape, m_out);
        if (!output)
            return fail(output.error());
        std::size_t count = 0;
        const ObjectSink print = [&](const text::Value &object) {
            ++count;
            text::Value sorted = object;
            sortKeys(sorted);
            return (*output)->object(sorted);
        };
        const auto done = extras.sortKey && shape == ObjectOutput::Shape::List ? sortedObjects(targets, extras, print) : allObjects(targets, print);
        if (!done)
            m_failures.push_back(done.error());
        // A list is printed with what could be had, as kubectl does.
        if (count > 0 || shape == ObjectOutput::Shape::List || m_failures.empty()) {
            if (const auto finished = (*output)->finish(); !finished)
                m_failures.push_back(finished.error());
        }
        m_out.flush();
        return finish();
    }

    Result<void> allObjects(const std::vector<GetTarget> &targets, const ObjectSink &sink)
    {
        for (const GetTarget &target : targets) {
            if (const auto done = m_source.objects(target, sink, m_failures); !done)
                m_failures.push_back(done.error());
        }
        return {};
    }

    Result<void> sortedObjects(const std::vector<GetTarget> &targets, const RowExtras &extras, const ObjectSink &sink)
    {
        std::vector<text::Value> objects;
        std::vector<text::Value> keys;
        const auto kept = allObjects(targets, [&](const text::Value &object) -> Result<void> {
            keys.push_back(extras.sortKey(object));
            objects.push_back(object);
            return {};
        });
        const auto order = kept ? sortedOrder(keys, m_invocation.get.sortBy) : Result<std::vector<std::size_t>>(kept.error());
        if (!order)
            return order.error();
        for (const std::size_t index : *order) {
            if (const auto taken = sink(objects[index]); !taken)
                return taken;
        }
        return {};
    }

    int watch(const std::vector<GetTarget> &targets, const RowExtras &extras)
    {
        if (targets.size() != 1 || targets[0].names.size() > 1)
            return fail(base::makeError(ErrorKind::BadInput, "you may only specify a single resource type"));
        if (extras.sortKey)
            m_err << "warning: --watch requested, --sort-by will be ignored for watch events received\n";
        const auto ended = printsObjects(m_invocation.output.format) ? watchObjects(targets[0]) : watchRows(targets[0], extras);
        return ended ? finish() : fail(ended.error());
    }

    Result<void> watchRows(const GetTarget &target, const RowExtras &extras)
    {
        TableOutput output(m_invocation, TableOutput::Names::Plain, m_out);
        return m_source.watch(target, extras, [&, isFirst = true](const TableRows &rows) mutable {
            TableRows sorted = rows;
            if (std::exchange(isFirst, false) && extras.sortKey && !sorted.sortByKeys(m_invocation.get.sortBy))
                return;
            if (output.hasPrinted())
                output.more(sorted);
            else
                output.group(target.type, sorted);
            m_out.flush();
        });
    }

    /// Each object stands for itself, not in a List.
    Result<void> watchObjects(const GetTarget &target)
    {
        const bool isYaml = m_invocation.output.format == OutputChoice::Format::Yaml;
        return m_source.watchObjects(target, [&, isFirst = true](const text::Value &object) mutable -> Result<void> {
            const auto output = makeObjectOutput(m_invocation.output, ObjectOutput::Shape::Bare, m_out);
            if (!output)
                return output.error();
            m_out << (isYaml && !std::exchange(isFirst, false) ? "---\n" : "");
            text::Value sorted = object;
            sortKeys(sorted);
            if (const auto printed = (*output)->object(sorted); !printed)
                return printed;
            const auto finished = (*output)->finish();
            m_out.flush();
            return finished;
        });
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
    const auto source = makeClusterSource(invocation, (*cluster)->api(), (*cluster)->namespaceName(), now, [&err](const std::string &warning) {
        err << "Warning: " << text::plain(warning) << '\n';
    });
    return GetRun(invocation, *source, out, err).run();
}

} // namespace headless
