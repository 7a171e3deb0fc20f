#include "widgets/shell/Session.h"

#include <algorithm>

namespace shell {

namespace {

using text::Value;

constexpr int SmallestWidth = 400, SmallestHeight = 300, LargestSide = 20000;
constexpr std::size_t MostNamespaces = 1000;

QString textOf(const Value &value)
{
    return value.isString() ? QString::fromStdString(value.text()) : QString();
}

Value valueOf(const cluster::EntryId &id)
{
    Value value = Value::map();
    value.set("file", Value::string(id.file));
    value.set("context", Value::string(id.context));
    return value;
}

std::optional<cluster::EntryId> idOf(const Value &value)
{
    if (!value["file"].isString() || !value["context"].isString())
        return std::nullopt;
    return cluster::EntryId{value["file"].text(), value["context"].text()};
}

QRect frameOf(const Value &value)
{
    if (!value.isList() || value.items().size() != 4)
        return {};
    int numbers[4];
    for (std::size_t i = 0; i < 4; ++i)
        numbers[i] = static_cast<int>(std::clamp<std::int64_t>(value.items()[i].asInteger(), -LargestSide, LargestSide));
    return {numbers[0], numbers[1], numbers[2], numbers[3]};
}

} // namespace

Value RememberedPane::toValue() const
{
    Value list = Value::list();
    for (const RememberedPage &page : pages) {
        Value value = Value::map();
        value.set("address", Value::string(page.address.toString().toStdString()));
        value.set("title", Value::string(page.title.toStdString()));
        if (!page.state.isNull())
            value.set("state", page.state);
        list.items().push_back(std::move(value));
    }
    Value chosen = Value::list();
    for (const QString &name : namespaces)
        chosen.items().push_back(Value::string(name.toStdString()));
    Value value = Value::map();
    value.set("namespaces", std::move(chosen));
    value.set("pages", std::move(list));
    value.set("current", Value::number(current));
    return value;
}

RememberedPane RememberedPane::fromValue(const Value &value)
{
    RememberedPane pane;
    for (const Value &name : value["namespaces"].items()) {
        if (name.isString() && !name.text().empty() && static_cast<std::size_t>(pane.namespaces.size()) < MostNamespaces)
            pane.namespaces << textOf(name);
    }
    const std::int64_t current = value["current"].asInteger();
    std::int64_t place = 0;
    for (const Value &page : value["pages"].items()) {
        const auto address = base::Address::parse(textOf(page["address"]));
        if (address && pane.pages.size() < MostPages) {
            if (place == current)
                pane.current = static_cast<int>(pane.pages.size());
            pane.pages.push_back({*address, textOf(page["title"]), page["state"]});
        }
        ++place;
    }
    return pane;
}

Value RememberedWindow::toValue() const
{
    Value value = Value::map();
    if (!frame.isEmpty())
        value.set("frame", Value::list({Value::number(frame.x()), Value::number(frame.y()), Value::number(frame.width()), Value::number(frame.height())}));
    value.set("maximized", Value::boolean(isMaximized));
    Value list = Value::list();
    for (const cluster::EntryId &id : connected)
        list.items().push_back(valueOf(id));
    value.set("connected", std::move(list));
    if (shown)
        value.set("shown", valueOf(*shown));
    return value;
}

RememberedWindow RememberedWindow::fromValue(const Value &value)
{
    RememberedWindow window;
    window.frame = frameOf(value["frame"]);
    window.isMaximized = value["maximized"].asBoolean();
    for (const Value &each : value["connected"].items()) {
        const auto id = idOf(each);
        if (id && window.connected.size() < MostClusters && std::ranges::find(window.connected, *id) == window.connected.end())
            window.connected.push_back(*id);
    }
    window.shown = idOf(value["shown"]);
    return window;
}

std::string keyOf(const cluster::EntryId &id)
{
    return id.file + '\n' + id.context;
}

std::optional<QRect> placeOnScreen(const QRect &wanted, const QList<QRect> &screens)
{
    if (wanted.width() < SmallestWidth || wanted.height() < SmallestHeight || screens.isEmpty())
        return std::nullopt;
    const auto shared = [&](const QRect &screen) {
        const QRect both = screen & wanted;
        return both.isEmpty() ? 0LL : static_cast<long long>(both.width()) * both.height();
    };
    const QRect screen = *std::ranges::max_element(screens, {}, shared);
    QRect place(wanted.topLeft(), wanted.size().boundedTo(screen.size()));
    place.moveLeft(std::clamp(place.left(), screen.left(), screen.left() + screen.width() - place.width()));
    place.moveTop(std::clamp(place.top(), screen.top(), screen.top() + screen.height() - place.height()));
    return place;
}

} // namespace shell
