#include "widgets/detail/CompareTab.h"

#include "models/detail/YamlPage.h"
#include "models/platform/Aside.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/KubectlCommand.h"
#include "widgets/detail/LazyText.h"
#include "widgets/detail/StateText.h"
#include "widgets/detail/YamlView.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace detail {

using base::Meaning;
using base::Theme;

namespace {

const QKeySequence nextKeys(Qt::Key_F7);
const QKeySequence previousKeys(Qt::SHIFT | Qt::Key_F7);

/// A text as a view takes it.
std::shared_ptr<const YamlPage> pageOf(const std::string &text)
{
    auto page = std::make_shared<YamlPage>();
    page->shown = text;
    page->lines = YamlPage::linesOf(page->shown);
    return page;
}

/// The name, with its namespace where the name alone does not tell them apart.
QString called(const ObjectName &name, const ObjectName &beside)
{
    const bool isEnough = name.name != beside.name || name.namespaceName == beside.namespaceName;
    return base::oneLine(isEnough ? name.name : name.namespaceName + '/' + name.name);
}

/// What is shown of the other one may be its last state.
QString howOld(const ObjectState &state)
{
    return needsWords(state) ? QStringLiteral(" (") + wordOf(state) + u')' : QString();
}

Meaning markOf(Comparison::Kind kind)
{
    switch (kind) {
    case Comparison::Kind::Removed: return Meaning::Error;
    case Comparison::Kind::Added: return Meaning::Ok;
    case Comparison::Kind::Gap: return Meaning::Secondary;
    case Comparison::Kind::Equal: break;
    }
    return Meaning::Text;
}

} // namespace

CompareTab::CompareTab(std::shared_ptr<WatchedObject> object, Finder find, Picker pick, QWidget *parent)
    : LiveTab(std::move(object), parent)
    , m_find(std::move(find))
    , m_pick(std::move(pick))
    , m_view(new YamlView)
    , m_with(new base::PlainLabel)
    , m_count(new base::PlainLabel)
    , m_noise(new QCheckBox(tr("What the server writes")))
    , m_equalLines(new QCheckBox(tr("Equal lines")))
    , m_applied(new QPushButton(tr("Last applied")))
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 0, 0);
    layout->setSpacing(2 * Theme::Step);
    layout->addWidget(makeBar());
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 4 * Theme::Step, 0);
    head->addWidget(m_with, 1);
    head->addWidget(m_count);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    layout->addStretch(0); // where there is nothing to compare
    setContent(content);
    m_view->setAccessibleName(tr("Differences"));
    connect(&m_view->text(), &LazyText::finished, this, &CompareTab::filled);
    connect(m_view, &YamlView::cursorPositionChanged, this, &CompareTab::tellCount);
    connect(&Theme::instance(), &Theme::changed, this, &CompareTab::recolor);
    for (const auto &[keys, by] : {std::pair(nextKeys, 1), std::pair(previousKeys, -1)}) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step = by] { this->step(step); });
    }
    recolor();
}

QWidget *CompareTab::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 4 * Theme::Step, 0);
    layout->setSpacing(3 * Theme::Step);
    auto *choose = new QPushButton(tr("Another object…"));
    auto *previous = new QPushButton(tr("Previous"));
    auto *next = new QPushButton(tr("Next"));
    for (QCheckBox *box : {m_noise, m_equalLines}) {
        box->setAccessibleName(box->text());
        connect(box, &QCheckBox::toggled, this, &CompareTab::write);
        layout->addWidget(box);
    }
    layout->addStretch();
    for (QPushButton *button : {m_applied, choose, previous, next}) {
        button->setAccessibleName(button->text());
        layout->addWidget(button);
    }
    base::setPlainToolTip(m_noise, tr("Versions, times, managed fields and status, and the fields that nobody wrote but the server filled in"));
    base::setPlainToolTip(m_equalLines, tr("Also the lines in which they do not differ"));
    base::setPlainToolTip(m_applied, tr("Compare with what kubectl apply was last given"));
    base::setPlainToolTip(choose, tr("Compare with another object of this cluster"));
    base::setPlainToolTip(previous, previousKeys.toString(QKeySequence::NativeText));
    base::setPlainToolTip(next, nextKeys.toString(QKeySequence::NativeText));
    connect(m_applied, &QPushButton::clicked, this, [this] { compareWith(nullptr, {}); });
    connect(choose, &QPushButton::clicked, this, &CompareTab::choose);
    connect(previous, &QPushButton::clicked, this, &CompareTab::previous);
    connect(next, &QPushButton::clicked, this, &CompareTab::next);
    return bar;
}

std::vector<base::Command> CompareTab::commands()
{
    const auto words = [](const char *english) { return base::Words{"detail::CompareTab", english}; };
    return {base::Command::make(QStringLiteral("next-difference"), words(QT_TRANSLATE_NOOP("detail::CompareTab", "Next difference")), nextKeys, [this] { next(); }),
            base::Command::make(QStringLiteral("previous-difference"), words(QT_TRANSLATE_NOOP("detail::CompareTab", "Previous difference")), previousKeys, [this] { previous(); }),
            base::Command::make(QStringLiteral("compare-with"), words(QT_TRANSLATE_NOOP("detail::CompareTab", "Compare with another object…")), {}, [this] { choose(); }),
            base::Command::make(QStringLiteral("compare-applied"), words(QT_TRANSLATE_NOOP("detail::CompareTab", "Compare with what was last applied")), {},
                                [this] { compareWith(nullptr, {}); }, [this] { return m_other ? QString() : tr("It is shown"); })};
}

QString CompareTab::command() const
{
    return m_other ? QString() : kubectl(QStringLiteral("apply view-last-applied"), watched().name());
}

bool CompareTab::isSettled() const
{
    return LiveTab::isSettled() && (!m_other || m_other->state().isKnown()) && !m_isStale && !m_writing.isRunning() && m_view->text().isFinished();
}

void CompareTab::choose()
{
    if (!m_pick)
        return;
    // The person may close the page first.
    m_pick([tab = QPointer(this)](const base::Address &address) {
        if (tab)
            tab->compareWith(tab->m_find(address), address);
    });
}

void CompareTab::showPart(const QString &part)
{
    const auto address = base::Address::parse(part);
    if (part != this->part() || (address && !m_other))
        compareWith(address ? m_find(*address) : nullptr, address.value_or(base::Address()));
}

void CompareTab::compareWith(std::shared_ptr<WatchedObject> other, const base::Address &address)
{
    if (m_other)
        disconnect(m_other.get(), nullptr, this, nullptr);
    m_other = std::move(other);
    m_otherAddress = address;
    if (m_other)
        connect(m_other.get(), &WatchedObject::changed, this, &CompareTab::write);
    m_applied->setEnabled(m_other != nullptr);
    write();
    Q_EMIT commandChanged();
}

void CompareTab::showObject(const text::Value &)
{
    write();
}

void CompareTab::write()
{
    const std::shared_ptr<const text::Value> object = watched().object();
    if (!object)
        return;
    m_with->show(m_other ? tr("− %1   + %2").arg(called(m_other->name(), watched().name()) + howOld(m_other->state()), called(watched().name(), m_other->name())) : tr("− last applied   + now"));
    if (m_other && !m_other->object()) {
        m_writing = {}; // what it was a moment ago is not shown any more
        m_isStale = false;
        return say(wordOf(m_other->state()));
    }
    m_isStale = m_writing.isRunning() || !m_view->text().isFinished();
    if (m_isStale)
        return;
    const ComparisonWish wish{m_noise->isChecked(), m_equalLines->isChecked(), !m_other && !m_noise->isChecked()};
    const std::shared_ptr<const text::Value> other = m_other ? m_other->object() : nullptr;
    m_writing = platform::runAside(m_executor, [this, wish, object, other, shown = m_view->text().shown()](const std::stop_token &) -> base::Task {
        const std::optional<text::Value> applied = other ? std::nullopt : lastApplied(*object);
        if (!other && !applied)
            return [this] { say(tr("kubectl apply was never given it: there is no last applied configuration.")); };
        auto comparison = std::make_shared<const Comparison>(compare(other ? *other : *applied, *object, wish));
        auto edits = editsOf(*shown, *pageOf(comparison->text));
        return [this, comparison, edits = std::move(edits)] { take(comparison, edits); };
    });
}

void CompareTab::say(const QString &text)
{
    m_comparison.reset();
    m_count->show(text);
    m_view->hide();
    QMetaObject::invokeMethod(this, [this] { filled(); }, Qt::QueuedConnection);
}

void CompareTab::take(const std::shared_ptr<const Comparison> &comparison, std::vector<LineEdit> edits)
{
    m_comparison = comparison;
    m_view->show();
    std::vector<Meaning> marks;
    marks.reserve(comparison->lines.size());
    std::ranges::transform(comparison->lines, std::back_inserter(marks), markOf);
    m_view->setMarks(std::move(marks));
    m_view->setPage(pageOf(comparison->text), std::move(edits));
    tellCount();
}

void CompareTab::tellCount()
{
    if (!m_comparison)
        return;
    const std::vector<int> &places = m_comparison->differences;
    const auto at = std::ranges::upper_bound(places, m_view->textCursor().blockNumber()) - places.begin();
    const QString lines = QStringLiteral(" · −%1 +%2").arg(QString::number(m_comparison->removed), QString::number(m_comparison->added));
    if (places.empty())
        m_count->show(tr("They do not differ"));
    else if (at == 0)
        m_count->show(tr("Differences: %1").arg(places.size()) + lines);
    else
        m_count->show(tr("Difference %1 of %2").arg(QString::number(at), QString::number(places.size())) + lines);
}

void CompareTab::step(int by)
{
    if (!m_comparison || m_comparison->differences.empty())
        return;
    const std::vector<int> &places = m_comparison->differences;
    const int line = m_view->textCursor().blockNumber();
    const auto after = std::ranges::upper_bound(places, line), from = std::ranges::lower_bound(places, line);
    const int target = by > 0 ? (after == places.end() ? places.front() : *after) : (from == places.begin() ? places.back() : *(from - 1));
    m_view->setTextCursor(QTextCursor(m_view->document()->findBlockByNumber(target)));
    m_view->centerCursor();
}

void CompareTab::filled()
{
    // The job is over when this returns.
    QMetaObject::invokeMethod(this, [this] {
        if (m_isStale)
            write();
        if (isSettled())
            Q_EMIT settled();
    }, Qt::QueuedConnection);
}

void CompareTab::recolor()
{
    m_view->setFont(Theme::instance().machineFont());
}

} // namespace detail
