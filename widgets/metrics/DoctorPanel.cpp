#include "widgets/metrics/DoctorPanel.h"

#include "widgets/base/BarButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/metrics/ServerSource.h"

#include <QClipboard>
#include <QDateTime>
#include <QFormLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>

namespace metrics {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Space = 2 * Theme::Step;
constexpr int HeadWidth = 84;

QString momentText(base::SystemTime time)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(milliseconds), QLocale::ShortFormat);
}

} // namespace

DoctorPanel::DoctorPanel(QWidget *parent) : QWidget(parent), m_title(new base::PlainLabel(this))
{
    setObjectName(QStringLiteral("metricsDoctor"));
    setAttribute(Qt::WA_StyledBackground);
    setStyleSheet(QStringLiteral("#metricsDoctor { border-top: 1px solid %1; }").arg(Theme::instance().color(Meaning::Border).name()));
    QFont font = Theme::instance().bodyFont();
    font.setWeight(base::strongWeight());
    m_title->setFont(font);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Step, Space, 3 * Theme::Step, Space);
    layout->setSpacing(Space);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(Space);
    bar->addWidget(m_title, 1);
    layout->addLayout(bar);
    connect(base::addBarButton(*bar, tr("Copy"), tr("Copy where this chart comes from")), &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(text());
        Q_EMIT noticed(tr("Copied where the chart comes from"));
    });
    connect(base::addBarButton(*bar, tr("Close"), tr("Close where this chart comes from")), &QPushButton::clicked, this, &DoctorPanel::closed);
    auto *rows = new QFormLayout;
    rows->setHorizontalSpacing(Space);
    rows->setVerticalSpacing(Theme::Step);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(rows, 1);
    m_cause = addRow(*rows, tr("Cause"));
    m_fix = addRow(*rows, tr("Fix"));
    m_commands = addText(*rows, tr("Commands"), 5);
    m_commands.value->setFixedHeight(m_commands.value->minimumHeight());
    m_source = addRow(*rows, tr("Source"));
    m_asked = addRow(*rows, tr("Asked"));
    m_query = addText(*rows, tr("PromQL"), 3);
    m_raw = addText(*rows, tr("Answer"), 3);
    m_rest = new QWidget(this);
    m_rest->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    rows->addRow(m_rest);
}

DoctorPanel::Row DoctorPanel::addRow(QFormLayout &rows, const QString &head)
{
    const Row row{new base::PlainLabel(head, this), new base::TextLabel(Meaning::Text, Theme::instance().bodyFont(), this)};
    row.head->setFixedWidth(HeadWidth);
    row.value->setAccessibleName(head);
    rows.addRow(row.head, row.value);
    return row;
}

DoctorPanel::Text DoctorPanel::addText(QFormLayout &rows, const QString &head, int lines)
{
    auto *label = new base::PlainLabel(head, this);
    label->setFixedWidth(HeadWidth);
    auto *text = new QPlainTextEdit(this);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(Theme::instance().machineFont());
    text->setAccessibleName(head);
    text->setMinimumHeight(lines * QFontMetrics(text->font()).lineSpacing() + 3 * Theme::Step);
    rows.addRow(label, text);
    return {label, text};
}

void DoctorPanel::fill(const Row &row, const QString &value)
{
    row.head->setVisible(!value.isEmpty());
    row.value->setVisible(!value.isEmpty());
    row.value->show(value.toStdString());
}

void DoctorPanel::fill(const Text &text, const QString &value)
{
    text.head->setVisible(!value.isEmpty());
    text.value->setVisible(!value.isEmpty());
    text.value->setPlainText(value);
}

void DoctorPanel::fill(const Explanation &why, Meaning meaning)
{
    fill(m_cause, why.cause);
    fill(m_fix, why.fix);
    fill(m_commands, why.commands);
    m_cause.value->setMeaning(meaning);
}

void DoctorPanel::tell(const ChartSpec &spec, const ChartState &state, const ServerSource &source)
{
    m_title->show(tr("Where “%1” comes from").arg(said(spec.title)));
    m_rest->hide();
    const bool isEmpty = state.kind == ChartState::Kind::Empty || state.error;
    fill(isEmpty ? explanationOf(spec, state, source.capabilities(), source.clockDifference()) : Explanation(), state.error ? Meaning::Error : Meaning::Warning);
    fill(m_source, source.name() + QStringLiteral(", ") + source.way());
    const QString step = QString::number(static_cast<double>(state.query.step.count()) / 1000) + QStringLiteral(" s");
    QString asked = tr("%1 to %2, a value every %3").arg(momentText(state.query.from), momentText(state.query.to), step);
    if (!state.error && state.kind != ChartState::Kind::Asking)
        asked += QStringLiteral("; ") + tr("answered after %1 ms").arg(state.took.count());
    for (const std::string &warning : state.warnings)
        asked += u'\n' + base::oneLine(warning);
    fill(m_asked, asked);
    fill(m_query, base::manyLines(state.query.expression));
    fill(m_raw, state.error ? base::manyLines(state.error->message) : base::manyLines(state.raw));
}

void DoctorPanel::tellSampled(const QString &source, const Explanation &why)
{
    m_title->show(tr("Where these charts come from"));
    m_rest->show();
    fill(why, Meaning::Warning);
    fill(m_source, source);
    fill(m_asked, {});
    fill(m_query, {});
    fill(m_raw, {});
}

void DoctorPanel::openIn(QSplitter &splitter)
{
    if (isVisible())
        return;
    show();
    splitter.setSizes({splitter.height() * 3 / 5, splitter.height() * 2 / 5});
}

QString DoctorPanel::text() const
{
    QStringList lines{m_title->text()};
    for (const Row &row : {m_cause, m_fix, m_source, m_asked})
        if (!row.value->text().isEmpty())
            lines.append(row.head->text() + QStringLiteral(": ") + row.value->text());
    for (const Text &text : {m_commands, m_query, m_raw})
        if (const QString value = text.value->toPlainText(); !value.isEmpty())
            lines.append({text.head->text() + u':', value});
    return lines.join(u'\n') + u'\n';
}

void DoctorPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace metrics
