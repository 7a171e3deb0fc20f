#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/disk/Requests.h"
#include "widgets/base/Address.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QPushButton;
class QStackedLayout;

namespace base {
class PlainLabel;
class PlainTable;
class SearchLine;
class StateNotice;
}
namespace cluster {
class ConnectedCluster;
}

namespace disk {

class AdvicePane;
class DiskHead;
class DiskRows;

/// What fills the disk of a node. It is asked again while somebody looks; what is shown stays when nobody answers.
class DiskPane final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds Refresh{15};

    /// The cluster outlives it.
    DiskPane(cluster::ConnectedCluster &cluster, std::string node, QWidget *parent = nullptr);
    ~DiskPane() override;

    void refresh();
    bool isSettled() const { return m_isSettled; }
    /// Something is asked, read, or will be asked.
    bool isWaiting() const { return m_next.isRunning() || m_asking.isRunning() || m_reading.isRunning(); }
    /// Null: nothing is known yet.
    const Report *report() const { return m_report.get(); }
    QString command() const;
    QString apiCall() const;
    void takeFocus();

    enum class Shown { Fillers, Images };
    void choose(Shown shown);

    DiskHead &head() { return *m_head; }
    AdvicePane &advice() { return *m_advice; }
    const DiskRows &rows(Shown shown) const { return *m_rows[int(shown)]; }
    base::PlainTable &table(Shown shown) { return *m_tables[int(shown)]; }
    base::SearchLine &filter() { return *m_filter; }

Q_SIGNALS:
    void settled();
    void openRequested(const base::Address &address);
    void noticed(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeBar();
    base::PlainTable *makeTable(Shown shown, const QString &name, const QList<int> &widths);
    void reconnected();
    void take(base::Result<Report> report);
    void refuse(const base::Error &error);
    void tellStale(const base::Error &error);
    void showReport();
    void keepChosen(Shown shown, const std::function<void(DiskRows &)> &change);
    void showCounts();
    void advise();
    void openRow(Shown shown, int row);
    std::optional<base::Address> addressOf(Shown shown, std::size_t place) const;

    cluster::ConnectedCluster &m_cluster;
    const std::string m_node;
    int m_connection;
    Shown m_shown = Shown::Fillers;
    std::shared_ptr<const Report> m_report;
    std::optional<base::SystemTime> m_known;        ///< when it was told
    bool m_isSettled = false;
    bool m_isTaking = false;                        ///< the selection moves because the rows are others
    base::StateNotice *m_stale;
    base::StateNotice *m_notice;
    QStackedLayout *m_stack;
    DiskHead *m_head = nullptr;
    DiskRows *m_rows[2] = {};
    base::PlainTable *m_tables[2] = {};
    QPushButton *m_choices[2] = {};
    QStackedLayout *m_tableStack = nullptr;
    base::SearchLine *m_filter = nullptr;
    base::PlainLabel *m_counts = nullptr;
    AdvicePane *m_advice = nullptr;
    base::EventLoopExecutor m_executor;
    base::Job m_asking;
    base::Job m_reading;
    base::Job m_next;
};

} // namespace disk
