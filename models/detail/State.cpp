#include "models/detail/State.h"

#include "models/kinds/KindRowReader.h"
#include "models/kube/ChangeQueue.h"
#include "models/kube/Store.h"
#include "models/text/Json.h"

#include <algorithm>

namespace detail {

namespace {

constexpr const char *readyColumn = "Ready";

State stateOfRow(const std::string &apiVersion, const std::string &kind, const std::vector<kube::Column> &columns, const kube::ReadRow &row)
{
    kube::ChangeQueue queue;
    queue.put(row);
    kube::Store store(columns);
    store.apply(queue.take());
    const kinds::HealthReader reader(apiVersion, kind, columns);
    State state;
    if (!reader.column() || store.end() == 0)
        return state;
    state.health = reader.read(store, 0);
    const kube::Cell cell = store.cell(0, *reader.column());
    state.word = cell.display({});
    state.isCount = columns[*reader.column()].name == readyColumn && kinds::findKind(apiVersion, kind);
    const auto desired = std::ranges::find(columns, "Desired", &kube::Column::name);
    if (cell.type == kube::Cell::Type::Integer && desired != columns.end())
        state.word += '/' + store.cell(0, static_cast<std::size_t>(desired - columns.begin())).display({});
    return state;
}

/// One column for a kind that only its own server knows.
State stateOfCondition(const text::Value &object, const std::string &apiVersion, const std::string &kind)
{
    const text::Value::List &conditions = object["status"]["conditions"].items();
    const auto ready = std::ranges::find_if(conditions, [](const text::Value &each) { return each["type"].text() == readyColumn; });
    if (ready == conditions.end())
        return {};
    kube::CellWriter cells;
    cells.text((*ready)["status"].text());
    kube::ReadRow row;
    row.name = object["metadata"]["name"].text();
    row.cells = &cells;
    State state = stateOfRow(apiVersion, kind, {{readyColumn}}, row);
    // "Ready" says more than "True"; anything else has a reason.
    const std::string &reason = (*ready)["reason"].text();
    state.word = state.health == kinds::Health::Running || reason.empty() ? std::string(state.health == kinds::Health::Running ? "Ready" : "NotReady") : reason;
    return state;
}

} // namespace

State stateOf(const text::Value &object)
{
    const std::string &apiVersion = object["apiVersion"].text();
    const std::string &kindName = object["kind"].text();
    const kinds::Kind *kind = kinds::findKind(apiVersion, kindName);
    if (!kind)
        return stateOfCondition(object, apiVersion, kindName);
    kinds::KindRowReader reader(*kind, kinds::KeepObject::No);
    const std::string json = text::writeJson(object);
    const auto row = reader.read(kube::ItemFormat::Json, json);
    return row ? stateOfRow(apiVersion, kindName, reader.columns(), *row) : State();
}

} // namespace detail
