#include "widgets/table/TableTrace.h"

#include "models/platform/ProcessFigures.h"
#include "widgets/base/Trace.h"

#include <QEvent>

namespace table {

TableTrace::TableTrace(std::string context, std::string kind, std::function<Rows()> rows)
    : m_context(std::move(context)), m_kind(std::move(kind)), m_rows(std::move(rows))
{
}

void TableTrace::watchPaint(QWidget *viewport)
{
    m_viewport = viewport;
    if (base::Trace::instance().isOn())
        viewport->installEventFilter(this);
}

void TableTrace::watchInput(QWidget *widget)
{
    if (base::Trace::instance().isOn())
        widget->installEventFilter(this);
}

void TableTrace::listRequested() { mark("list-requested", 0); }

void TableTrace::expect(const char *event)
{
    if (base::Trace::instance().isOn())
        base::Trace::instance().markAt(m_inputAt.value_or(platform::processAge()), {"input", m_context, m_kind, m_rows().shown});
    m_inputAt.reset();
    m_expected = event;
}

void TableTrace::begin()
{
    m_firstPainted = false;
    m_allPainted = false;
}

/// The paint event comes after its filters, so what it showed is written in the next turn.
bool TableTrace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonRelease)
        m_inputAt = platform::processAge();
    if (event->type() == QEvent::Paint && watched == m_viewport)
        QMetaObject::invokeMethod(this, &TableTrace::painted, Qt::QueuedConnection);
    return false;
}

void TableTrace::painted()
{
    const Rows rows = m_rows();
    if (m_expected)
        mark(std::exchange(m_expected, nullptr), rows.shown);
    if (!m_firstPainted && rows.shown > 0) {
        m_firstPainted = true;
        mark("first-rows-painted", rows.shown);
    }
    if (!m_allPainted && rows.isComplete) {
        m_allPainted = true;
        mark("all-rows-painted", rows.all);
    }
}

void TableTrace::mark(const char *event, std::int64_t rows)
{
    base::Trace::instance().mark({event, m_context, m_kind, rows});
}

} // namespace table
