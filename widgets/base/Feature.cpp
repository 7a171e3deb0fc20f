#include "widgets/base/Feature.h"

#include "models/kube/ResourceType.h"

#include <algorithm>
#include <iterator>

namespace base {

void Registry::addCommand(Command command)
{
    const auto found = std::ranges::find(m_commands, command.name, &Command::name);
    if (found == m_commands.end())
        m_commands.push_back(std::move(command));
    else
        *found = std::move(command);
}

const Command *Registry::command(const QString &name) const
{
    const auto found = std::ranges::find(m_commands, name, &Command::name);
    return found == m_commands.end() ? nullptr : &*found;
}

const PageEntry *Registry::page(const QString &name) const
{
    const auto found = std::ranges::find(m_pages, name, &PageEntry::name);
    return found == m_pages.end() ? nullptr : &*found;
}

std::vector<const ObjectTabEntry *> Registry::objectTabs(const kube::ResourceType &type) const
{
    std::vector<const ObjectTabEntry *> fitting;
    for (const ObjectTabEntry &tab : m_tabs) {
        if (!tab.fits || tab.fits(type))
            fitting.push_back(&tab);
    }
    std::ranges::stable_sort(fitting, {}, &ObjectTabEntry::rank);
    return fitting;
}

std::vector<RowAction> Registry::rowActions(const kube::ResourceType &type) const
{
    std::vector<RowAction> fitting;
    std::ranges::copy_if(m_rowActions, std::back_inserter(fitting), [&](const RowAction &action) { return action.fits(type); });
    return fitting;
}

std::vector<std::unique_ptr<tables::AddedCells>> Registry::makeColumns(ClusterView &view, const kube::ResourceType &type) const
{
    std::vector<std::unique_ptr<tables::AddedCells>> made;
    for (const ColumnSource &source : m_columnSources)
        if (auto cells = source(view, type))
            made.push_back(std::move(cells));
    return made;
}

Page *Registry::makeKindPage(ClusterView &view, const kube::ResourceType &type, QWidget *parent) const
{
    return m_kindPage ? m_kindPage(view, type, parent) : nullptr;
}

Page *Registry::makeObjectPage(ClusterView &view, const kube::ResourceType &type, const Address &object, QWidget *parent) const
{
    return m_objectPage ? m_objectPage(view, type, object, *this, parent) : nullptr;
}

} // namespace base
