#pragma once

#include "app/headless/CommandLine.h"
#include "app/headless/GetTargets.h"
#include "app/headless/RowSource.h"
#include "app/headless/TableRows.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace headless {

using ObjectSink = std::function<base::Result<void>(const text::Value &object)>;
using RowsSink = std::function<void(const TableRows &rows)>;

/// Where "get" takes its objects from: a cluster, or files. Blocks the calling thread.
///
/// An error of one name does not hide the others: it goes to failures.
class GetSource
{
public:
    virtual ~GetSource() = default;

    virtual base::Result<std::vector<GetTarget>> resolve(const GetWords &words) = 0;
    /// Empty: all.
    virtual const std::string &namespaceName() const = 0;
    virtual base::Result<TableRows> rows(const GetTarget &target, const RowExtras &extras, std::vector<base::Error> &failures) = 0;
    virtual base::Result<void> objects(const GetTarget &target, const ObjectSink &sink, std::vector<base::Error> &failures) = 0;
    /// Gives the rows that are there, then each change, until the server ends it.
    virtual base::Result<void> watch(const GetTarget &target, const RowExtras &extras, const RowsSink &sink) = 0;
    virtual base::Result<void> watchObjects(const GetTarget &target, const ObjectSink &sink) = 0;
};

std::unique_ptr<GetSource> makeFileSource(const Invocation &invocation, class ObjectsFromFiles objects, base::SystemTime now);

/// The error of a name that is not there, as a server words it.
base::Error notFound(const kube::ResourceType &type, const std::string &name);

} // namespace headless
