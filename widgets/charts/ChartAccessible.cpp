#include "widgets/charts/ChartAccessible.h"

#include "widgets/charts/ChartView.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <QWindow>

#include <utility>
#include <vector>

namespace charts {

namespace {

/// A line: its name with its figures; pressing it turns it off or on.
class SpokenLine final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    SpokenLine(ChartView *view, std::size_t line) : m_view(view), m_line(line) { }

    bool isValid() const override { return m_view && m_view->chart() && m_line < m_view->chart()->lines.size(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view.data()); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::CheckBox; }
    void setText(QAccessible::Text, const QString &) override { }
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? lineSummary(*m_view->chart(), m_view->chart()->lines[m_line], m_view->range()) : QString();
    }
    QRect rect() const override
    {
        for (const Legend::Entry &entry : isValid() ? m_view->legendEntries() : std::vector<Legend::Entry>())
            if (entry.kind == Legend::Entry::Kind::Line && entry.line == m_line)
                return entry.rect.translated(m_view->mapToGlobal(QPoint()));
        return isValid() ? m_view->plot().translated(m_view->mapToGlobal(QPoint())) : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.checkable = isValid();
        state.checked = isValid() && !m_view->hidden()[m_line];
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override { return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr; }
    QStringList actionNames() const override { return {toggleAction()}; }
    void doAction(const QString &) override
    {
        if (isValid())
            m_view->toggle(m_line);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<ChartView> m_view;
    std::size_t m_line;
};

/// The chart: its children are the lines, then what widgets it has.
class SpokenChart final : public QAccessibleWidget
{
public:
    explicit SpokenChart(ChartView *view) : QAccessibleWidget(view, QAccessible::Chart) { }
    ~SpokenChart() override { forget(); }

    int childCount() const override { return lineCount() + QAccessibleWidget::childCount(); }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= lineCount())
            return QAccessibleWidget::child(index - lineCount());
        while (m_lines.size() <= static_cast<std::size_t>(index))
            m_lines.push_back(QAccessible::registerAccessibleInterface(new SpokenLine(view(), m_lines.size())));
        return QAccessible::accessibleInterface(m_lines[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < lineCount(); ++i)
            if (child(i) == wanted)
                return i;
        const int other = QAccessibleWidget::indexOfChild(wanted);
        return other < 0 ? other : other + lineCount();
    }
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description)
            return view()->summary();
        return kind == QAccessible::Value ? view()->currentReading() : QAccessibleWidget::text(kind);
    }
    void forget()
    {
        for (const QAccessible::Id id : std::exchange(m_lines, {}))
            QAccessible::deleteAccessibleInterface(id);
    }

private:
    ChartView *view() const { return static_cast<ChartView *>(widget()); }
    int lineCount() const { return view()->chart() && view()->form() == ChartView::Form::Lines ? static_cast<int>(view()->chart()->lines.size()) : 0; }

    mutable std::vector<QAccessible::Id> m_lines;
};

QAccessibleInterface *makeChart(const QString &, QObject *object)
{
    auto *view = qobject_cast<ChartView *>(object);
    return view ? new SpokenChart(view) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    static const bool installed = [] { QAccessible::installFactory(makeChart); return true; }();
    Q_UNUSED(installed)
}

void sayReading(ChartView *view)
{
    if (!QAccessible::isActive() || !view->hasFocus())
        return;
    QAccessibleValueChangeEvent event(view, view->currentReading());
    QAccessible::updateAccessibility(&event);
}

void sayChart(ChartView *view)
{
    if (!QAccessible::isActive())
        return;
    if (auto *chart = static_cast<SpokenChart *>(QAccessible::queryAccessibleInterface(view)))
        chart->forget();
    QAccessibleEvent event(view, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace charts
