#pragma once

#include "widgets/detail/LiveTab.h"
#include "widgets/downward/ContainerReading.h"

#include <memory>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace base {
class FileExport;
class PlainTable;
class SearchLine;
class StateNotice;
}

namespace downward {

class BuilderPane;
class EntriesModel;
class EntryPane;

/// The Downward API of a pod: every entry with its value now and how that came about, compared with the running container when a
/// person asks for it, and new entries put together. Live with the pod and its node while it is on screen.
class DownwardTab final : public detail::LiveTab
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    DownwardTab(cluster::ConnectedCluster &cluster, detail::ObjectName pod, QWidget *parent = nullptr);
    ~DownwardTab() override;

    bool isSettled() const override;
    QString command() const override;
    std::vector<base::Command> commands() override;
    bool find() override;

    EntriesModel &model() { return *m_model; }
    EntryPane &pane() { return *m_pane; }
    BuilderPane &builder() { return *m_builder; }
    ContainerReading &reading() { return *m_reading; }
    base::StateNotice &notice() { return *m_notice; }
    void compareNow();
    void openBuilder();
    void closeBuilder();
    void chooseRow(int row);

protected:
    void showObject(const text::Value &pod) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeBar();
    QWidget *makeList();
    QWidget *makeEmpty();
    void watchNode();
    void inspectAgain();
    void tellState();
    void tellAdded();
    void tellNode();
    void tellReading();
    void tellFilter();
    void readingChanged();
    void selectionChanged();
    void arranged();
    void save();
    QString podText() const;

    cluster::ConnectedCluster &m_cluster;
    std::shared_ptr<const text::Value> m_pod;
    std::shared_ptr<detail::WatchedObject> m_node;      ///< null: not needed, or nobody looks
    bool m_awaitsNode = false;                          ///< for the first time
    std::shared_ptr<const text::Value> m_nodeObject;    ///< as last seen
    std::string m_uid;
    std::string m_chosen;                               ///< what is told of below, also while the filter hides it
    ContainerReading *m_reading;
    EntriesModel *m_model;
    base::FileExport *m_export;
    base::PlainTable *m_table = nullptr;
    base::SearchLine *m_filter = nullptr;
    base::StateNotice *m_notice = nullptr;
    EntryPane *m_pane = nullptr;
    BuilderPane *m_builder = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_upper = nullptr;
    QStackedWidget *m_lower = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_build = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace downward
