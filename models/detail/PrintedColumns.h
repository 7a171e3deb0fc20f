#pragma once

#include "models/detail/LiveObject.h"
#include "models/detail/Summary.h"
#include "models/text/JsonPath.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace detail {

/// A column that the definition of a custom kind wants printed of each object.
struct PrintedColumn
{
    std::string name;
    std::string description;
    bool isTime = false;
    text::JsonPath path;
};

/// Those of that version, the wide ones too. What is broken is left out, and what every object is told with anyway.
std::vector<PrintedColumn> printedColumns(const text::Value &definition, std::string_view version);

/// What the server prints of an object of a custom kind, as kubectl get -o wide shows it: found by the definition of its kind, or, for those who may
/// not read that, by asking the server for the object's row whenever it changed. Belongs to the consumer's thread.
class PrintedColumns
{
public:
    /// api and consumer outlive it; changed is called on the consumer's thread when there is more to tell.
    PrintedColumns(kube::Api &api, base::Executor &consumer, ObjectName name, std::function<void()> changed);

    /// Somebody looks at the object, as it is now.
    void follow(std::shared_ptr<const text::Value> object);
    /// Tells what is printed before the fields of the object, of which it stands for the ones that count.
    void addTo(Summary &summary) const;

private:
    enum class Source { Definition, Server };
    struct Cell { std::string name, description, text; };

    void askDefinition();
    void askServer();
    void takeDefinition(const base::Result<kube::ApiAnswer> &answer);
    void takeRow(const base::Result<kube::ApiAnswer> &answer);
    void ask(kube::ApiRequest request, void (PrintedColumns::*take)(const base::Result<kube::ApiAnswer> &answer));
    static std::vector<Cell> cellsOf(const text::Value &table);

    kube::Api &m_api;
    base::Executor &m_consumer;
    ObjectName m_name;
    std::function<void()> m_changed;
    std::shared_ptr<const text::Value> m_object;
    Source m_source = Source::Definition;
    bool m_isDefined = false;
    std::vector<PrintedColumn> m_columns;
    std::vector<Cell> m_cells;                  ///< as the server last printed them
    std::string m_printedVersion;               ///< of the object whose cells were asked for
    base::Job m_answer;
    base::Job m_request;
};

} // namespace detail
