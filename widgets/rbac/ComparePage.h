#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "models/rbac/ComparisonList.h"
#include "models/rights/SharedRights.h"
#include "widgets/base/Page.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/CompareModels.h"
#include "widgets/rbac/IdentityPicker.h"

#include <array>
#include <memory>
#include <optional>

class QPushButton;
class QToolButton;

namespace base {
class ClusterView;
class PlainLabel;
class PlainTable;
class SearchLine;
class StateNotice;
}

namespace rbac {

/// Two identities side by side, or one in two clusters: which rights and risks only one of them has. Everything is worked out aside, and stays
/// until there is something newer.
class ComparePage final : public base::Page
{
    Q_OBJECT

public:
    ComparePage(std::shared_ptr<rights::SharedRights> known, cluster::Clusters &clusters, base::ClusterView &view, QWidget *parent = nullptr);
    ~ComparePage() override;

    base::Address address() const override { return {QStringLiteral("access-compare"), {}, {}, {}}; }
    /// What --open needs to show the same.
    base::Address fullAddress() const;
    QString title() const override;
    bool find() override;
    bool isSettled() const override;
    /// "#of:first=ServiceAccount/a/b&second=User/c", "in" and "with" name the contexts of other clusters.
    void showAgain(const base::Address &address) override;
    text::Value state() const override;
    void restore(const text::Value &state) override;

    void compare(const QString &first, const QString &second);
    void swap();
    IdentityPicker &picker(std::size_t side) { return *m_sides[side].picker; }
    const std::shared_ptr<const ComparisonList> &list() const { return m_list; }
    void exportTo(const QString &path, RiskFormat format);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct OneSide
    {
        IdentityPicker *picker = nullptr;
        cluster::ConnectedCluster *cluster = nullptr;
        std::shared_ptr<rights::LiveRights> live;
        std::shared_ptr<const Basis> basis;
        QString knownOf;                ///< whose identities are offered
    };

    QWidget *makePickers();
    QWidget *makeFilter();
    QWidget *makeTables();
    void clustersChanged(const cluster::ConnectedCluster *without);
    void sidesChanged();
    void follow(OneSide &side);
    void leave(OneSide &side);
    void takeBases();
    void offer(OneSide &side, std::size_t number);
    void work();
    void forgetOther();
    void showList();
    void take(std::shared_ptr<const ComparisonList> list);
    void tellState();
    void tell(base::Meaning meaning, const QString &title, const QString &detail);
    Sides chosenSides() const;
    void askPath(RiskFormat format);
    QString partOf() const;
    void recolor();

    std::shared_ptr<rights::SharedRights> m_known;
    cluster::Clusters &m_clusters;
    base::ClusterView &m_view;
    std::array<OneSide, 2> m_sides;
    base::PlainLabel *m_name = nullptr;
    base::StateNotice *m_notice;
    base::StateNotice *m_unreadable;
    std::array<QToolButton *, SideCount> m_chips{};
    base::SearchLine *m_words = nullptr;
    base::PlainLabel *m_rightsHead = nullptr;
    base::PlainLabel *m_risksHead = nullptr;
    base::PlainTable *m_rightsTable = nullptr;
    base::PlainTable *m_risksTable = nullptr;
    ComparedRightsModel m_rights;
    ComparedRisksModel m_risks;
    QString m_pair;                         ///< whom what is shown is about
    std::shared_ptr<const AccessComparison> m_comparison;
    std::shared_ptr<const ComparisonList> m_list;
    bool m_isSettled = false;
    base::EventLoopExecutor m_executor;
    base::Job m_working;
    base::Job m_listing;
    base::Job m_writing;
    std::array<base::Job, 2> m_offering;
};

} // namespace rbac
