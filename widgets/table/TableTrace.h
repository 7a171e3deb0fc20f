#pragma once

#include <QObject>
#include <QString>
#include <QWidget>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace table {

/// Writes the milestones of one table: what was asked for, and the paint that showed it first.
class TableTrace final : public QObject
{
    Q_OBJECT

public:
    /// What the table knows when it is painted.
    struct Rows
    {
        std::int64_t shown = 0;
        std::int64_t all = 0;
        bool isComplete = false;
    };
    TableTrace(std::string context, std::string kind, std::function<Rows()> rows);

    /// Follows the paint events of the rows.
    void watchPaint(QWidget *viewport);
    /// Keys and clicks on this widget are what expect() counts from.
    void watchInput(QWidget *widget);
    void listRequested();
    /// The next paint answers the last input; name as in "filter-painted".
    void expect(const char *event);
    /// The rows are another list now.
    void begin();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void painted();
    void mark(const char *event, std::int64_t rows);

    std::string m_context;
    std::string m_kind;
    std::function<Rows()> m_rows;
    QWidget *m_viewport = nullptr;
    std::optional<std::chrono::duration<double, std::milli>> m_inputAt;
    const char *m_expected = nullptr;
    bool m_firstPainted = false;
    bool m_allPainted = false;
};

} // namespace table
