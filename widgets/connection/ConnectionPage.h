#pragma once

#include "widgets/base/Page.h"

#include <QBasicTimer>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace base {
class ClusterView;
class PlainLabel;
class PlainTable;
}

namespace connection {

class RequestsModel;
class WatchesModel;

/// What one cluster is asked, and what it costs: its live lists, and the newest requests, to look at or to send along with a bug report.
class ConnectionPage final : public base::Page
{
    Q_OBJECT

public:
    /// The view outlives it.
    explicit ConnectionPage(base::ClusterView &view, QWidget *parent = nullptr);

    base::Address address() const override { return {QStringLiteral("connection"), {}, {}, {}}; }
    QString title() const override;
    bool find() override;
    bool isSettled() const override;
    std::vector<base::Command> commands() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFilter();
    void refresh();
    void showFigures();
    void showViewed();
    void filter();
    void copy();

    base::ClusterView &m_view;
    WatchesModel *m_watches;
    RequestsModel *m_requests;
    base::PlainTable *m_watchTable;
    base::PlainTable *m_requestTable;
    base::PlainLabel *m_figures;
    base::PlainLabel *m_viewed;                 ///< hidden where one looks as oneself
    base::PlainLabel *m_count;
    QLineEdit *m_filter;
    QCheckBox *m_failuresOnly;
    QBasicTimer m_second;
    bool m_isRefreshed = false;         ///< since it was first on screen
};

} // namespace connection
