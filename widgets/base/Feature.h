#pragma once

#include "models/tables/AddedCells.h"
#include "widgets/base/Address.h"
#include "widgets/base/Command.h"
#include "widgets/base/SettingsSection.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace cluster {
class Clusters;
class ConnectedCluster;
}
namespace kube {
struct Impersonation;
struct ResourceType;
}

namespace base {

class ClusterView;
class Page;
class ObjectPanel;
class ObjectTab;
class Shell;

/// A page of the program with a name of its own; view is null where a page needs no cluster. Made where it stays, as all pages are: what moves
/// to another parent takes on its style anew with all that is in it.
struct PageEntry
{
    QString name;                               ///< as --open says it
    bool needsCluster = false;
    std::function<Page *(cluster::Clusters &clusters, ClusterView *view, QWidget *parent)> make;
    Words title = {"", ""};                     ///< where it is offered; none: it is not
    Words sidebar = {"", ""};                   ///< its title above the kinds of a cluster; none: it is not there
    QStringList parts = {};                     ///< what it shows behind the # of its address, before a colon
};

/// A tab of the page of an object. Tabs stand in the order of their rank.
struct ObjectTabEntry
{
    QString name;                               ///< behind the # of an address
    std::function<QString()> title;             ///< asked when the page is made, so that it speaks the person's language
    int rank = 0;
    std::function<bool(const kube::ResourceType &type)> fits;
    std::function<ObjectTab *(ClusterView &view, const kube::ResourceType &type, const Address &object)> make;
};

/// What a person can do about a cluster that cannot be shown as it is.
struct Remedy
{
    std::function<QString()> title;
    std::function<bool(const cluster::ConnectedCluster &cluster)> fits;
    std::function<void(cluster::Clusters &clusters, cluster::ConnectedCluster &cluster)> run;
};

/// Shows a cluster with the eyes of somebody else, beside the view from where it was asked for. Null where no feature can.
using ViewAs = std::function<void(ClusterView &view, const kube::Impersonation &who)>;

/// What can be done with chosen rows of a kind: in the menu of a row, and among the commands while the table is shown. The view outlives a call.
struct RowAction
{
    QString name;
    Words title;
    std::function<bool(const kube::ResourceType &type)> fits;
    /// Empty when it can be done with these, which are at least one; else why not.
    std::function<QString(ClusterView &view, const std::vector<Address> &rows)> whyNot;
    std::function<void(ClusterView &view, const std::vector<Address> &rows)> run;
};

/// Makes the columns that a feature adds to the tables of a kind; null where it adds none. The view outlives them.
using ColumnSource = std::function<std::unique_ptr<tables::AddedCells>(ClusterView &view, const kube::ResourceType &type)>;

/// Lets a person find an object by its name; when they think better of it, nothing is called.
using ObjectPicker = std::function<void(std::function<void(cluster::ConnectedCluster &cluster, const Address &object)> chosen)>;

/// What the features add to the program. The shell knows this, and no feature.
class Registry
{
public:
    void addPage(PageEntry page) { m_pages.push_back(std::move(page)); }
    void addObjectTab(ObjectTabEntry tab) { m_tabs.push_back(std::move(tab)); }
    /// In the place of one of the same name.
    void addCommand(Command command);
    void addSettingsSection(SettingsSection section) { m_settingsSections.push_back(std::move(section)); }
    void addRemedy(Remedy remedy) { m_remedies.push_back(std::move(remedy)); }
    void addRowAction(RowAction action) { m_rowActions.push_back(std::move(action)); }
    void addColumns(ColumnSource source) { m_columnSources.push_back(std::move(source)); }
    /// The page of a kind's rows, and the page of one object.
    using MakeKindPage = std::function<Page *(ClusterView &view, const kube::ResourceType &type, QWidget *parent)>;
    using MakeObjectPage = std::function<Page *(ClusterView &view, const kube::ResourceType &type, const Address &object, const Registry &registry, QWidget *parent)>;
    void setKindPage(MakeKindPage make) { m_kindPage = std::move(make); }
    void setObjectPage(MakeObjectPage make) { m_objectPage = std::move(make); }

    void setObjectPicker(ObjectPicker picker) { m_objectPicker = std::move(picker); }
    const ObjectPicker &objectPicker() const { return m_objectPicker; }
    /// What shows the selected object of a table in short. The view outlives it.
    using MakeObjectPanel = std::function<ObjectPanel *(ClusterView &view, QWidget *parent)>;
    void setObjectPanel(MakeObjectPanel make) { m_objectPanel = std::move(make); }
    bool hasObjectPanel() const { return m_objectPanel != nullptr; }
    ObjectPanel *makeObjectPanel(ClusterView &view, QWidget *parent) const { return m_objectPanel(view, parent); }

    void setViewAs(ViewAs viewAs) { m_viewAs = std::move(viewAs); }
    const ViewAs &viewAs() const { return m_viewAs; }
    /// What stands above the pages of a cluster that is viewed as somebody else. The view outlives it.
    using MakeViewedBar = std::function<QWidget *(ClusterView &view, QWidget *parent)>;
    void setViewedBar(MakeViewedBar make) { m_viewedBar = std::move(make); }
    /// Null where no feature makes one.
    QWidget *makeViewedBar(ClusterView &view, QWidget *parent) const { return m_viewedBar ? m_viewedBar(view, parent) : nullptr; }

    /// The window, which calls it; null before there is one.
    void setShell(Shell *shell) { m_shell = shell; }
    Shell *shell() const { return m_shell; }

    const std::vector<PageEntry> &pages() const { return m_pages; }
    const PageEntry *page(const QString &name) const;
    /// Those that fit the type, in their order.
    std::vector<const ObjectTabEntry *> objectTabs(const kube::ResourceType &type) const;
    const std::vector<ObjectTabEntry> &objectTabs() const { return m_tabs; }
    const std::vector<Command> &commands() const { return m_commands; }
    const Command *command(const QString &name) const;
    const std::vector<SettingsSection> &settingsSections() const { return m_settingsSections; }
    const std::vector<Remedy> &remedies() const { return m_remedies; }
    /// Those that fit the type.
    std::vector<RowAction> rowActions(const kube::ResourceType &type) const;
    std::vector<std::unique_ptr<tables::AddedCells>> makeColumns(ClusterView &view, const kube::ResourceType &type) const;
    Page *makeKindPage(ClusterView &view, const kube::ResourceType &type, QWidget *parent) const;
    Page *makeObjectPage(ClusterView &view, const kube::ResourceType &type, const Address &object, QWidget *parent) const;

private:
    std::vector<PageEntry> m_pages;
    std::vector<ObjectTabEntry> m_tabs;
    std::vector<Command> m_commands;
    std::vector<Remedy> m_remedies;
    std::vector<RowAction> m_rowActions;
    std::vector<ColumnSource> m_columnSources;
    std::vector<SettingsSection> m_settingsSections;
    Shell *m_shell = nullptr;
    ObjectPicker m_objectPicker;
    MakeKindPage m_kindPage;
    MakeObjectPage m_objectPage;
    ViewAs m_viewAs;
    MakeViewedBar m_viewedBar;
    MakeObjectPanel m_objectPanel;
};

/// One feature: new folders, their layer lines, and one line in the list of features.
class Feature
{
public:
    virtual ~Feature() = default;
    virtual void addTo(Registry &registry) = 0;
};

} // namespace base
