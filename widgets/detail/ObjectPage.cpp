#include "widgets/detail/ObjectPage.h"

#include "widgets/base/ClusterView.h"
#include "widgets/base/KindWords.h"
#include "widgets/base/LabelColor.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/detail/PhraseText.h"
#include "widgets/detail/StateText.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace detail {

using base::Meaning;
using base::PlainLabel;
using base::Theme;

namespace {

/// Flat tabs under the name of the object: the current one is underlined.
QString tabStyle()
{
    const auto name = [](Meaning meaning) { return Theme::instance().color(meaning).name(); };
    return QStringLiteral("#objectTabs::tab { padding: 5px 12px; margin-left: 4px; border: none; border-bottom: 2px solid transparent; color: %1; }"
                          "#objectTabs::tab:hover { color: %2; }"
                          "#objectTabs::tab:selected { color: %2; border-bottom-color: %3; }"
                          "#objectTabs::tab:selected:focus { background: %4; }")
        .arg(name(Meaning::Secondary), name(Meaning::Text), name(Meaning::Accent), name(Meaning::Selection));
}

} // namespace

ObjectPage::ObjectPage(base::ClusterView &view, base::Address address, std::shared_ptr<WatchedObject> object,
                       std::vector<const base::ObjectTabEntry *> tabs, QWidget *parent)
    : Page(parent)
    , m_view(view)
    , m_address(std::move(address))
    , m_object(std::move(object))
    , m_name(new PlainLabel(this))
    , m_place(new PlainLabel(this))
    , m_word(new PlainLabel(this))
    , m_fresh(new PlainLabel(this))
    , m_notice(new base::StateNotice(base::StateNotice::Form::Strip, this))
    , m_bar(new QTabBar(this))
    , m_line(new QWidget(this))
    , m_stack(new QStackedWidget(this))
{
    for (const base::ObjectTabEntry *entry : tabs)
        m_tabs.push_back({entry});
    setAutoFillBackground(true);
    m_line->setFixedHeight(1);
    m_line->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_notice);
    layout->addWidget(makeTabBar());
    layout->addWidget(m_line);
    layout->addWidget(m_stack, 1);
    connect(m_object.get(), &WatchedObject::changed, this, &ObjectPage::update);
    connect(&Theme::instance(), &Theme::changed, this, &ObjectPage::recolor);
    recolor();
    update();
    showAgain(m_address);
}

QWidget *ObjectPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, Theme::Step);
    layout->setSpacing(Theme::Step / 2);
    layout->addWidget(m_name);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::Step);
    line->addWidget(m_place);
    line->addWidget(m_word);
    line->addStretch();
    line->addWidget(m_fresh);
    layout->addLayout(line);
    return header;
}

QWidget *ObjectPage::makeTabBar()
{
    m_bar->setAccessibleName(tr("Views of this object"));
    m_bar->setDrawBase(false);
    m_bar->setObjectName(QStringLiteral("objectTabs"));
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    for (const Tab &tab : m_tabs) {
        m_bar->addTab(base::buttonText(tab.entry->title()));
        m_stack->addWidget(new QWidget(m_stack));
    }
    connect(m_bar, &QTabBar::currentChanged, this, &ObjectPage::selectTab);
    // Alt+1 is the first tab, and so on.
    for (int i = 0; i < std::min(9, m_bar->count()); ++i) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, i] { m_bar->setCurrentIndex(i); });
    }
    return m_bar;
}

base::Address ObjectPage::address() const
{
    base::Address address = m_address;
    const int index = m_bar->currentIndex();
    address.tab = index > 0 ? m_tabs[static_cast<std::size_t>(index)].entry->name : QString();
    const QString part = current() ? current()->part() : QString();
    if (!part.isEmpty())
        address.tab += u':' + part;
    return address;
}

QString ObjectPage::title() const
{
    return QString::fromStdString(m_object->name().type.kind) + u' ' + m_address.name;
}

const base::ObjectTab *ObjectPage::current() const
{
    const int index = m_bar->currentIndex();
    return index < 0 ? nullptr : m_tabs[static_cast<std::size_t>(index)].widget;
}

QString ObjectPage::command() const
{
    return current() ? current()->command() : QString();
}

QString ObjectPage::apiCall() const
{
    return current() ? current()->apiCall() : QString();
}

bool ObjectPage::find()
{
    return m_bar->currentIndex() >= 0 && m_tabs[static_cast<std::size_t>(m_bar->currentIndex())].widget->find();
}

std::vector<base::Command> ObjectPage::commands()
{
    std::vector<base::Command> commands;
    if (m_bar->currentIndex() >= 0)
        commands = m_tabs[static_cast<std::size_t>(m_bar->currentIndex())].widget->commands();
    for (int i = 0; i < m_bar->count(); ++i) {
        const base::ObjectTabEntry *entry = m_tabs[static_cast<std::size_t>(i)].entry;
        base::Command command;
        command.name = QStringLiteral("tab-") + entry->name;
        command.title = [entry] { return tr("Show: %1").arg(entry->title()); };
        command.shortcut = i < 9 ? QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)) : QKeySequence();
        command.whyNot = [this, i] { return m_bar->currentIndex() == i ? tr("It is shown") : QString(); };
        command.run = [this, i] { m_bar->setCurrentIndex(i); };
        command.english = QStringLiteral("Show: ") + entry->name;
        commands.push_back(std::move(command));
    }
    return commands;
}

bool ObjectPage::isSettled() const
{
    return m_object->state().isKnown() && (!current() || current()->isSettled());
}

void ObjectPage::showAgain(const base::Address &address)
{
    const auto wanted = std::ranges::find_if(m_tabs, [&](const Tab &tab) { return tab.entry->name == address.tab.section(u':', 0, 0); });
    const int index = wanted == m_tabs.end() ? std::max(m_bar->currentIndex(), 0) : static_cast<int>(wanted - m_tabs.begin());
    m_bar->setCurrentIndex(index);
    selectTab(index);
    if (wanted != m_tabs.end() && wanted->widget)
        wanted->widget->showPart(address.tab.section(u':', 1));
}

void ObjectPage::selectTab(int index)
{
    if (index < 0 || index >= static_cast<int>(m_tabs.size()))
        return;
    Tab &tab = m_tabs[static_cast<std::size_t>(index)];
    if (!tab.widget) {
        QWidget *place = m_stack->widget(index);
        m_stack->insertWidget(index, makeTab(tab));
        m_stack->removeWidget(place);
        place->deleteLater();
    }
    m_stack->setCurrentIndex(index);
    Q_EMIT commandChanged();
    Q_EMIT stateChanged();
}

base::ObjectTab *ObjectPage::makeTab(Tab &tab)
{
    tab.widget = tab.entry->make(m_view, m_object->name().type, m_address);
    connect(tab.widget, &base::ObjectTab::openRequested, this, &Page::openRequested);
    connect(tab.widget, &base::ObjectTab::noticed, this, &Page::noticed);
    connect(tab.widget, &base::ObjectTab::commandChanged, this, &Page::commandChanged);
    connect(tab.widget, &base::ObjectTab::settled, this, [this] {
        if (isSettled())
            Q_EMIT settled();
    });
    return tab.widget;
}

void ObjectPage::update()
{
    const ObjectName &name = m_object->name();
    const State &state = m_object->word();
    const QString kind = QString::fromStdString(name.type.kind), space = base::oneLine(name.namespaceName);
    m_name->show(base::oneLine(name.name));
    m_place->show(space.isEmpty() ? kind : kind + QStringLiteral(" · ") + space);
    const QString word = base::stateWord(name.type.kind, state.word);
    m_word->show(word.isEmpty() ? QString() : QStringLiteral("· ") + withSign(meaningOf(state.health), state.isCount ? tr("%1 ready").arg(word) : word));
    base::colorLabel(m_word, meaningOf(state.health));
    m_fresh->show(withSign(meaningOf(m_object->state()), wordOf(m_object->state())));
    base::colorLabel(m_fresh, meaningOf(m_object->state()));
    const bool explains = m_object->object() && needsWords(m_object->state());
    m_notice->setVisible(explains);
    if (explains)
        tell(*m_notice, name, m_object->state(), {[this] { m_object->retryNow(); }, [this] { Q_EMIT openRequested(kindAddress(m_object->name().type)); },
                                                 [this](const base::Address &address) { Q_EMIT openRequested(address); }});
    if (isSettled())
        Q_EMIT settled();
}

void ObjectPage::recolor()
{
    Theme &theme = Theme::instance();
    QPalette palette;
    palette.setColor(QPalette::Window, theme.color(Meaning::Surface));
    setPalette(palette);
    m_bar->setStyleSheet(tabStyle());
    QPalette border;
    border.setColor(QPalette::Window, theme.color(Meaning::Border));
    m_line->setPalette(border);
    m_name->setFont(theme.titleFont());
    base::colorLabel(m_name, Meaning::Text);
    for (PlainLabel *label : {m_place, m_word, m_fresh})
        label->setFont(theme.bodyFont());
    base::colorLabel(m_place, Meaning::Secondary);
    if (m_object)
        update();
}

} // namespace detail
