#include "app/Launch.h"

#include "models/kinds/Health.h"
#include "widgets/rbac/AccessPlace.h"

#include <algorithm>
#include <array>

namespace {

/// The names that are pages and never kinds of a cluster.
constexpr std::array<const char *, 12> pageNames{"catalog", "overview", "connection", "settings", "ask", "risks", "what-if", "reach", "access-compare", "prometheus", "promql", "metrics"};

template<std::size_t Count>
bool isOneOf(const std::array<const char *, Count> &words, const QString &word)
{
    return std::ranges::any_of(words, [&](const char *each) { return word == QLatin1String(each); });
}

template<typename Entries>
QString namesOf(const Entries &entries)
{
    QStringList names;
    for (const auto &entry : entries)
        names << entry.name;
    return names.join(QStringLiteral(" "));
}

base::Error misuse(const QString &message)
{
    return base::makeError(base::ErrorKind::Misuse, (message + u'\n').toStdString() + headless::usageLine(headless::Verb::Window));
}

std::optional<base::Error> notBuilt(const base::Address &address, const base::Registry &registry)
{
    if (!address.isObject() && isOneOf(pageNames, address.place) && !registry.page(address.place))
        return misuse(QStringLiteral("the page \"%1\" is not built yet; there are: %2").arg(address.place, namesOf(registry.pages())));
    if (!address.isObject()) {
        const base::PageEntry *page = registry.page(address.place);
        const bool isState = page ? page->parts.contains(address.tab.section(u':', 0, 0).section(u'@', 0, 0)) : kinds::healthNamed(address.tab.toStdString()).has_value();
        return address.tab.isEmpty() || isState ? std::nullopt : std::optional(misuse(QStringLiteral("\"%1\" shows no state \"%2\"").arg(address.place, address.tab)));
    }
    const auto &tabs = registry.objectTabs();
    if (!address.tab.isEmpty() && std::ranges::none_of(tabs, [&](const base::ObjectTabEntry &tab) { return tab.name == address.tab.section(u':', 0, 0); }))
        return misuse(QStringLiteral("the tab \"%1\" is not built yet; there are: %2").arg(address.tab, namesOf(tabs)));
    return std::nullopt;
}

} // namespace

bool Launch::wantsCluster() const
{
    return demo || !context.empty() || (open && !isOfWindow);
}

bool Launch::restores() const
{
    return !wantsCluster() && !open && screenshot.isEmpty() && namespaces.isEmpty();
}

base::Result<Launch> launchOf(const headless::Invocation &invocation, const base::Registry &registry)
{
    const headless::WindowFlags &flags = invocation.window;
    if (flags.size && flags.screenshot.empty())
        return misuse(QStringLiteral("--size is for --screenshot"));
    Launch launch;
    launch.context = invocation.overrides.context;
    launch.demo = flags.demo;
    launch.resetsLayout = flags.resetLayout;
    launch.screenshot = QString::fromStdString(flags.screenshot);
    if (flags.size)
        launch.size = QSize(flags.size->width, flags.size->height);
    if (!invocation.overrides.namespaceName.empty() && !invocation.allNamespaces)
        launch.namespaces = QStringList{QString::fromStdString(invocation.overrides.namespaceName)};
    if (flags.open.empty())
        return launch;
    launch.open = base::Address::parse(QString::fromStdString(flags.open));
    if (!launch.open)
        return misuse(QStringLiteral("--open takes a page, a kind, or an object as pods/NS/NAME#tab or nodes//NAME, not \"%1\"").arg(QString::fromStdString(flags.open)));
    launch.open = rbac::AccessPlace::addressFor(*launch.open);
    if (const auto error = notBuilt(*launch.open, registry))
        return *error;
    const base::PageEntry *page = launch.open->isObject() ? nullptr : registry.page(launch.open->place);
    launch.isOfWindow = page && !page->needsCluster;
    return launch;
}
