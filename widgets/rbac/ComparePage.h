#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "models/rbac/ComparisonList.h"
#include "models/rights/SharedRights.h"
#include "widgets/base/Page.h"
#include "widgets/rbac/CompareSide.h"
#include "widgets/rbac/ReportExport.h"

#include <array>
#include <memory>
#include <optional>

namespace base {
class ClusterView;
class PlainLabel;
class StateNotice;
enum class Meaning;
}

namespace rbac {

class CompareFilter;
class CompareTables;

/// Two identities side by side, or one in two clusters: which rights and risks only one of them has. Everything is worked out aside, and stays
/// until there is something newer.
class ComparePage final : public base::Page
{
    Q_OBJECT

public:
    ComparePage(std::shared_ptr<rights::SharedRights> known, cluster::Clusters &clusters, base::ClusterView &view, QWidget *parent = nullptr);
    ~ComparePage() override;

    base::Address address() const override { return {QStringLiteral("access-compare"), {}, {}, {}}; }
    /// What opens the page with these two in it, of the same cluster.
    static base::Address addressOf(const ObjectRef &first, const ObjectRef &second);
    /// What --open needs to show the same.
    base::Address fullAddress() const;
    QString title() const override;
    std::vector<base::Command> commands() override;
    bool find() override;
    bool isSettled() const override;
    /// "#of:first=ServiceAccount/a/b&second=User/c", "in" and "with" name the contexts of other clusters.
    void showAgain(const base::Address &address) override;
    text::Value state() const override;
    void restore(const text::Value &state) override;

    void compare(const QString &first, const QString &second);
    void swap();
    IdentityPicker &picker(std::size_t side) { return m_sides[side]->picker(); }
    CompareTables &tables() { return *m_tables; }
    CompareFilter &filter() { return *m_filter; }
    const std::shared_ptr<const ComparisonList> &list() const { return m_list; }
    void exportTo(const QString &path, RiskFormat format) { m_export->writeTo(path, format); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makePickers();
    void listen();
    void clustersChanged(const cluster::ConnectedCluster *without);
    void sidesChanged();
    void work();
    void forgetOther();
    void showList();
    void take(std::shared_ptr<const ComparisonList> list);
    void tellState();
    void tellTrouble();
    void tellMissing();
    void tell(base::Meaning meaning, const QString &title, const QString &detail);
    std::optional<ReportExport::Report> report() const;
    ComparisonReportWords reportWords() const;
    QString partOf() const;
    void recolor();

    cluster::Clusters &m_clusters;
    base::ClusterView &m_view;
    std::array<CompareSide *, 2> m_sides;
    base::PlainLabel *m_name = nullptr;
    base::StateNotice *m_notice;
    base::StateNotice *m_unreadable;
    CompareFilter *m_filter;
    CompareTables *m_tables;
    ReportExport *m_export;
    QString m_pair;                         ///< whom what is shown is about
    std::shared_ptr<const AccessComparison> m_comparison;
    std::shared_ptr<const ComparisonList> m_list;
    bool m_isSettled = false;
    base::EventLoopExecutor m_executor;
    base::Job m_working;
    base::Job m_listing;
};

} // namespace rbac
