#include "widgets/rbac/AccessTab.h"

#include "models/platform/Aside.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/StateNotice.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AskBar.h"

#include <QStackedLayout>

namespace rbac {

AccessTab::AccessTab(std::shared_ptr<rights::LiveRights> live, Asker who, QWidget *parent)
    : ObjectTab(parent), m_live(std::move(live)), m_who(std::move(who)), m_stack(new QStackedLayout(this))
    , m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this)), m_pane(new AccessPane(this))
{
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_pane);
    m_notice->tell(base::Meaning::Progress, tr("Reading who may do what"), tr("Roles, bindings, accounts and pods of all namespaces are being listed."));
    connect(m_live.get(), &rights::LiveRights::changed, this, &AccessTab::takeBasis);
    connect(m_pane, &AccessPane::foldingChanged, this, [this] { draw(true); });
    connect(m_pane, &AccessPane::asked, this, &AccessTab::ask);
    connect(m_pane, &AccessPane::openRequested, this, &ObjectTab::openRequested);
    connect(m_pane, &AccessPane::noticed, this, &ObjectTab::noticed);
}

AccessTab::~AccessTab()
{
    m_live->setAsking(this, false);
}

QString AccessTab::command() const
{
    const QString who = base::shellWord(QString::fromStdString(m_who.identity.user)), place = base::shellWord(QString::fromStdString(m_who.namespaceName));
    return QStringLiteral("kubectl auth can-i --list --as=%1 -n %2").arg(who, place);
}

bool AccessTab::find()
{
    if (m_stack->currentWidget() != m_pane)
        return false;
    m_pane->askBar().takeFocus();
    return true;
}

void AccessTab::showEvent(QShowEvent *event)
{
    ObjectTab::showEvent(event);
    m_live->setAsking(this, true);
    takeBasis();
}

/// What is drawn stays until there is something newer.
void AccessTab::hideEvent(QHideEvent *event)
{
    ObjectTab::hideEvent(event);
    m_live->setAsking(this, false);
}

void AccessTab::takeBasis()
{
    if (!m_live->basis() || m_live->basis() == m_basis)
        return;
    m_basis = m_live->basis();
    if (m_drawing.isRunning() || m_answering.isRunning()) {
        m_isOther = true;
        return;
    }
    m_isOther = false;
    draw(false);
    answer();
}

/// Anew: as if nothing had been shown before.
void AccessTab::draw(bool isAnew)
{
    if (!m_basis)
        return;
    PictureWish wish{{m_who.identity}, m_pane->foldsDefaults(), drawingWords()};
    auto previous = isAnew ? nullptr : m_pane->picture();
    m_drawing = platform::runAside(m_executor, [this, basis = m_basis, wish = std::move(wish), previous = std::move(previous)](std::stop_token) -> base::Task {
        auto picture = std::make_shared<const AccessPicture>(pictureOf(basis, wish, previous.get()));
        const bool isSame = previous && picture->looksLike(*previous);
        return [this, picture = isSame ? nullptr : std::move(picture)] { takePicture(picture); };
    });
}

/// Null: it would look as before.
void AccessTab::takePicture(std::shared_ptr<const AccessPicture> picture)
{
    if (picture)
        m_pane->showPicture(std::move(picture));
    m_stack->setCurrentWidget(m_pane);
    if (!std::exchange(m_isSettled, true))
        Q_EMIT settled();
    workAgain();
}

/// When something came while it was worked.
void AccessTab::workAgain()
{
    if (m_isOther)
        m_again = m_executor.after(std::chrono::milliseconds(0), [this] {
            m_isOther = false;
            draw(false);
            answer();
        });
}

void AccessTab::ask(const QString &question)
{
    m_question = question;
    answer();
}

void AccessTab::answer()
{
    m_answering.cancel();
    if (m_question.isEmpty())
        return m_pane->showNoAnswer();
    if (!m_basis)
        return;
    m_answering = platform::runAside(m_executor, [this, basis = m_basis, who = m_who, text = m_question.toStdString()](std::stop_token) -> base::Task {
        auto question = readQuestion(text, who, *basis);
        if (!question)
            return [this, problem = question.error().message] { takeAnswer(nullptr, problem); };
        auto answer = std::make_shared<const Answer>(answerTo(*basis, std::move(*question)));
        return [this, answer = std::move(answer)] { takeAnswer(answer, {}); };
    });
}

/// Null: the problem with the question.
void AccessTab::takeAnswer(std::shared_ptr<const Answer> answer, const std::string &problem)
{
    if (answer)
        m_pane->showAnswer(std::move(answer));
    else
        m_pane->showProblem(base::oneLine(std::string_view(problem)));
    workAgain();
}

} // namespace rbac
