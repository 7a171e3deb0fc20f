#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/detail/Family.h"
#include "widgets/base/Page.h"
#include "widgets/detail/EventsModel.h"
#include "widgets/detail/WatchedObject.h"

#include <QTimer>

#include <memory>

class QStackedLayout;
class QTableView;
class QToolButton;

namespace base {
class PlainLabel;
class StateNotice;
}

namespace detail {

/// What the server still remembers to have happened to the object and to what it owns, live.
class EventsTab final : public base::ObjectTab
{
    Q_OBJECT

public:
    EventsTab(cluster::ConnectedCluster &cluster, std::shared_ptr<WatchedObject> object, QWidget *parent = nullptr);
    /// For an API without a cluster around it.
    EventsTab(kube::Api &api, std::shared_ptr<WatchedObject> object, OwnerChain::FindType findType = {}, QWidget *parent = nullptr);

    bool isSettled() const override;
    QString command() const override;
    QString apiCall() const override;

    /// How long changes are gathered before they are shown: of a whole namespace they can come by the thousand.
    static constexpr std::chrono::milliseconds Gather{200};
    /// How long they are followed while nobody looks.
    static constexpr std::chrono::seconds GraceTime{30};

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    EventsTab(std::shared_ptr<WatchedObject> object, const base::Clock &clock, OwnerChain::FindType findType, QWidget *parent);
    QTableView *makeTable();
    QWidget *makeBar();
    void connectTo(kube::Api &api);
    void follow();
    void rest();
    void take();
    void updateSoon();
    void update();
    std::vector<Event> known();
    void tellCounts();
    void tellNothing();
    void recolor();
    void chooseColumns();
    void fitHeights();
    /// Folds or unfolds a group, else opens the object.
    void act(int row);
    void openObject(int row);

    base::EventLoopExecutor m_executor;
    std::shared_ptr<WatchedObject> m_object;
    OwnerChain::FindType m_findType;
    bool m_hasFamily;
    kube::Api *m_api = nullptr;
    std::unique_ptr<Family> m_family;           ///< null: nothing belongs to it, or nobody looks
    Family::Uids m_lastFamily;                  ///< while nobody looks
    std::unique_ptr<LiveList> m_list;           ///< null: nobody looks
    LiveList::Content m_content;
    EventReader m_reader;
    EventsModel m_model;
    QTimer m_ticks;
    QTimer m_soon;
    QTimer m_grace{this};
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
    base::StateNotice *m_strip;
    QToolButton *m_grouped;
    QToolButton *m_warningsFirst;
    base::PlainLabel *m_counts;
    QTableView *m_table;
};

} // namespace detail
