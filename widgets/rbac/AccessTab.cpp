#include "widgets/rbac/AccessTab.h"

#include "models/platform/Aside.h"
#include "models/rbac/Centre.h"
#include "models/rbac/RightHolders.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/rbac/AccessCommand.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/AskBar.h"
#include "widgets/rbac/WhatIfPage.h"

#include <QStackedLayout>

#include <algorithm>
#include <iterator>

namespace rbac {

namespace {

/// Whom a question means that names nobody: whoever asks, where nobody is in the middle.
Asker askerOf(const Basis &basis, const Middle &centre, const std::optional<Identity> &viewer)
{
    Centre about = centreOf(basis.inputs, centre);
    Asker asker{centre.empty() && viewer ? *viewer : Identity(), centre.empty() ? std::string() : centre.front().namespaceName, viewer};
    if (about.identities.empty())
        return asker;
    if (about.identities.size() > 1)
        asker.identity = Identity();        // an answer for one of them would be taken for that of all
    else
        asker.identity = std::move(about.identities.front());
    if (const ObjectRef ref = asker.identity.ref(); asker.namespaceName.empty())
        asker.namespaceName = ref.namespaceName;
    return asker;
}

bool isDraftable(const ObjectRef &object) { return object.kind.ends_with("Role") || object.kind.ends_with("RoleBinding"); }

/// Whose groups the server alone knows, and only if they are who looks.
bool isUser(const ObjectRef &ref) { return ref.kind == "User"; }
bool isNobody(const Identity &identity) { return identity.user.empty() && identity.groups.empty(); }

} // namespace

AccessTab::AccessTab(std::shared_ptr<rights::LiveRights> live, std::shared_ptr<rights::ServerWord> word, Middle objects, QWidget *parent)
    : ObjectTab(parent), m_live(std::move(live)), m_word(std::move(word)), m_way{std::move(objects)}, m_stack(new QStackedLayout(this))
    , m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this)), m_pane(new AccessPane(this))
{
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_pane);
    m_notice->tell(base::Meaning::Progress, tr("Reading who may do what"), tr("Roles, bindings, accounts and pods of all namespaces are being listed."));
    m_pane->setServerWord(m_word);
    m_pane->setVersions([live = m_live](const ObjectRef &object) { return live->versionOf(object); });
    connect(m_live.get(), &rights::LiveRights::changed, this, &AccessTab::takeBasis);
    connect(m_live.get(), &rights::LiveRights::stateChanged, this, &AccessTab::tellStale);
    connect(m_pane, &AccessPane::retryRequested, m_live.get(), &rights::LiveRights::retryNow);
    connect(m_pane, &AccessPane::foldingChanged, this, [this] { draw(Places::Anew); });
    connect(m_pane, &AccessPane::cardUnfolded, this, [this] { draw(Places::Kept); });
    connect(m_pane, &AccessPane::asked, this, &AccessTab::ask);
    connect(m_pane, &AccessPane::centreRequested, this, &AccessTab::goTo);
    connect(m_pane, &AccessPane::backRequested, this, &AccessTab::goBack);
    connect(m_pane, &AccessPane::openRequested, this, &ObjectTab::openRequested);
    connect(m_pane, &AccessPane::noticed, this, &ObjectTab::noticed);
    connect(m_pane, &AccessPane::whatIfRequested, this, [this](const ObjectRef &wished) { Q_EMIT openRequested(WhatIfPage::addressOfEdit(wished)); });
}

void AccessTab::setDrafting(std::shared_ptr<rights::Viewer> viewer, std::function<void(std::string)> leave)
{
    m_viewer = std::move(viewer);
    m_leave = std::move(leave);
    m_pane->answerView().showViewer(m_viewer->answer());
    connect(m_viewer.get(), &rights::Viewer::changed, this, &AccessTab::takeViewer);
    connect(&m_pane->answerView(), &AnswerView::whatIfRequested, this, [this](const QString &yaml) {
        m_leave(yaml.toStdString());
        Q_EMIT openRequested({QStringLiteral("what-if"), {}, {}, {}});
    });
}

/// What follows from their groups is told anew; whoever looks away is drawn nothing.
void AccessTab::takeViewer()
{
    m_pane->answerView().showViewer(m_viewer->answer());
    if (!isVisible()) {
        m_isOtherViewer = true;
        return;
    }
    draw(Places::Kept);
    if (!m_question.isEmpty())
        answer();
}

/// Whether it is being asked who looks, and somebody is drawn who may be that one.
bool AccessTab::waitsForViewer()
{
    if (!m_viewer || std::ranges::none_of(m_way.back(), isUser))
        return false;
    if (m_viewer->answer())
        return false;
    m_viewer->ask();
    return true;
}

std::vector<base::Command> AccessTab::commands()
{
    if (m_way.front().size() != 1 || !isDraftable(m_way.front().front()))
        return {};
    const ObjectRef object = m_way.front().front();
    return {base::Command::make(QStringLiteral("what-if-changed"), {"rbac::AccessTab", QT_TRANSLATE_NOOP("rbac::AccessTab", "What if this object were another")}, {},
                                [this, object] { Q_EMIT openRequested(WhatIfPage::addressOfEdit(object)); }),
            base::Command::make(QStringLiteral("what-if-deleted"), {"rbac::AccessTab", QT_TRANSLATE_NOOP("rbac::AccessTab", "What if this object were deleted")}, {},
                                [this, object] { Q_EMIT openRequested(WhatIfPage::addressOfDeletion(object)); })};
}

AccessTab::~AccessTab()
{
    m_live->setAsking(this, false);
}

/// None where nobody is known whose access it would list.
QString AccessTab::command() const
{
    const auto &picture = m_pane->picture();
    if (!picture)
        return {};
    if (const auto &answer = m_pane->shownAnswer())
        return askCommand(answer->question.identity, answer->question.request, viewerIdentity());
    const Middle &middle = m_way.back();
    QStringList lines;
    if (!picture->through.isEmpty() && m_pane->showsOnlyThrough()) {
        std::ranges::transform(middle, std::back_inserter(lines), describeCommand);
        return lines.join(u'\n');
    }
    const std::string place = middle.size() == 1 ? middle.front().namespaceName : std::string();
    for (const Identity &who : picture->identities)
        lines << listCommand(who, place.empty() ? who.ref().namespaceName : place, viewerIdentity());
    return lines.join(u'\n');
}

bool AccessTab::find()
{
    if (m_stack->currentWidget() != m_pane)
        return false;
    m_pane->openFind();
    return true;
}

void AccessTab::showEvent(QShowEvent *event)
{
    ObjectTab::showEvent(event);
    m_live->setAsking(this, true);
    takeBasis();
    tellStale();
}

/// What is drawn stays until there is something newer.
void AccessTab::hideEvent(QHideEvent *event)
{
    ObjectTab::hideEvent(event);
    m_live->setAsking(this, false);
}

/// Of lists that are not read for it, nothing is known.
void AccessTab::tellStale()
{
    if (isVisible())
        m_pane->tellStale(m_live->stale());
}

/// Whoever looks away is drawn nothing.
void AccessTab::takeBasis()
{
    if (!isVisible() || !m_live->basis())
        return;
    const bool isOtherViewer = std::exchange(m_isOtherViewer, false);
    if (m_live->basis() == m_basis && !isOtherViewer)
        return;
    m_basis = m_live->basis();
    m_word->grantsAre(m_basis->inputs);
    if (m_drawing.isRunning() || m_answering.isRunning()) {
        m_isOther = true;
        return;
    }
    m_isOther = false;
    draw(Places::Kept);
    answer();
}

void AccessTab::draw(Places places)
{
    if (!m_basis)
        return;
    m_drawing.cancel();
    if (waitsForViewer())
        return tellAskingWho();
    PictureWish wish{{}, m_pane->foldsDefaults(), drawingWords(), m_pane->unfolded(), m_way.back(), m_pane->showsOnlyThrough()};
    auto previous = places == Places::Anew ? nullptr : m_pane->picture();
    m_drawing = platform::runAside(m_executor, [this, basis = m_basis, viewer = viewerIdentity(), wish = std::move(wish), previous = std::move(previous)](std::stop_token) mutable -> base::Task {
        Centre about = centreOf(basis->inputs, wish.objects);
        wish.identities = about.identities;
        for (Identity &identity : wish.identities)
            if (viewer && identity.ref() == viewer->ref())
                identity = *viewer;     // whose groups are known
        auto picture = std::make_shared<const AccessPicture>(pictureOf(basis, wish, previous.get()));
        const bool isSame = previous && picture->looksLike(*previous);
        return [this, picture = isSame ? nullptr : std::move(picture), about = std::move(about)] { takePicture(picture, about); };
    });
}

void AccessTab::takePicture(std::shared_ptr<const AccessPicture> picture, const Centre &about)
{
    if (picture) {
        if (m_viewer && !m_viewer->answer() && std::ranges::any_of(picture->identities, isUser, &Identity::ref))
            m_viewer->ask();        // one of them may be who looks, and is drawn again when that is known
        m_pane->showPicture(std::move(picture));
        Q_EMIT commandChanged();
    }
    m_pane->tellCentre(m_way.back(), m_way.size() > 1, about.count);
    if (about.count > 0 || m_way.back().empty())
        m_stack->setCurrentWidget(m_pane);
    else
        tellNobody(about.lack);
    settle();
    workAgain();
}

/// What was opened with a question is there when that is answered.
void AccessTab::settle()
{
    const bool isThere = m_pane->picture() && (m_question.isEmpty() || m_isAnswered);
    if (isThere && !std::exchange(m_isSettled, true))
        Q_EMIT settled();
}

/// What comes through the groups of who looks would be missing.
void AccessTab::tellAskingWho()
{
    m_notice->tell(base::Meaning::Progress, tr("Asking who you are"), tr("The server alone knows the groups of a user, and tells them to that user."));
    m_stack->setCurrentWidget(m_notice);
}

/// Of what is nobody's.
void AccessTab::tellNobody(Centre::Lack lack)
{
    const bool isPod = m_way.back().front().kind == "Pod";
    const QString name = rbac::nameOf(m_way.back().front());
    if (lack == Centre::Lack::Missing)
        m_notice->tell(base::Meaning::Unknown, tr("There is no %1").arg(name), tr("It may have been deleted, or have another name."));
    else if (lack == Centre::Lack::Hidden)
        m_notice->tell(base::Meaning::Unknown, tr("Not known: %1").arg(name), tr("Objects of its kind may not be listed here, so nobody is known whom it is about."));
    else if (isPod)
        m_notice->tell(base::Meaning::Unknown, tr("This pod runs as nobody"), tr("It is a static pod: the kubelet runs it from a file, without a ServiceAccount."));
    else
        m_notice->tell(base::Meaning::Unknown, tr("Nobody gets anything through it"),
                       m_basis->inputs.unreadable.empty() ? tr("No subject of any binding comes through this object.") : tr("No subject of a binding that is known comes through this object."));
    m_stack->setCurrentWidget(m_notice);
}

void AccessTab::goTo(const ObjectRef &centre)
{
    if (Middle{centre} == m_way.back())
        return;
    m_way.push_back({centre});
    beginAnew();
}

void AccessTab::goBack()
{
    if (m_way.size() < 2)
        return;
    m_way.pop_back();
    beginAnew();
}

void AccessTab::show(Middle objects)
{
    m_way.assign(1, std::move(objects));
    beginAnew();
}

/// The picture of another centre has nothing to stay where it was.
void AccessTab::beginAnew()
{
    m_pane->forgetView();
    draw(Places::Anew);
    answer();
    Q_EMIT centreChanged();
}

/// When something came while it was worked.
void AccessTab::workAgain()
{
    if (m_isOther)
        m_again = m_executor.after(std::chrono::milliseconds(0), [this] {
            m_isOther = false;
            draw(Places::Kept);
            answer();
        });
}

void AccessTab::askAbout(const QString &question)
{
    m_pane->askBar().ask(question);
}

void AccessTab::ask(const QString &question)
{
    m_question = question;
    if (m_viewer && !m_question.isEmpty())
        m_viewer->ask();
    answer();
}

void AccessTab::answer()
{
    m_answering.cancel();
    if (m_question.isEmpty()) {
        m_pane->showNoAnswer();
        Q_EMIT commandChanged();
        return;
    }
    if (!m_basis)
        return;
    const bool isViewerAsked = m_viewer && !m_viewer->answer();
    m_answering = platform::runAside(m_executor, [this, basis = m_basis, centre = m_way.back(), text = m_question.toStdString(), writer = viewerIdentity(), isViewerAsked](std::stop_token) -> base::Task {
        if (asksWho(text)) {
            auto holders = readWho(text, askerOf(*basis, centre, writer), *basis);
            if (!holders)
                return [this, problem = holders.error().message] { takeAnswer(nullptr, problem); };
            return [this, holders = std::move(*holders)] {
                m_pane->showHolders(holders);
                Q_EMIT commandChanged();
                m_isAnswered = true;
                settle();
                workAgain();
            };
        }
        auto question = readQuestion(text, askerOf(*basis, centre, writer), *basis);
        if (!question)
            return [this, problem = question.error().message] { takeAnswer(nullptr, problem); };
        if (isNobody(question->identity))
            return [this] { tellUnnamed(); };
        if (isViewerAsked && isUser(question->identity.ref()))
            return [this] {
                m_pane->showAskingWho();
                workAgain();
            };
        auto answer = std::make_shared<const Answer>(answerTo(*basis, std::move(*question), writer));
        return [this, answer = std::move(answer)] { takeAnswer(answer, {}); };
    });
}

/// Null: the problem with the question.
void AccessTab::takeAnswer(std::shared_ptr<const Answer> answer, const std::string &problem)
{
    const ObjectRef about = answer && m_way.back().empty() ? answer->question.identity.ref() : ObjectRef();
    if (isSomebody(about) && !about.name.empty()) {         // comes into the empty middle, and it is answered again
        m_again = m_executor.after(std::chrono::milliseconds(0), [this, about] { show({about}); });
        return;
    }
    if (answer)
        m_pane->showAnswer(std::move(answer));
    else
        m_pane->showProblem(textOf(Sentence(problem.c_str())));
    Q_EMIT commandChanged();
    m_isAnswered = true;
    settle();
    workAgain();
}

/// Of a question that names nobody, beside nobody; who asks comes later, or is not known.
void AccessTab::tellUnnamed()
{
    const auto &picture = m_pane->picture();
    if (const std::size_t count = picture ? picture->identities.size() : 0; count > 1) {
        const QString first = QString::fromStdString(picture->identities.front().ref().text());
        m_pane->showProblem(tr("Of %1 identities the question names none. Begin it with one: can %2 list pods").arg(QString::number(count), base::oneLine(first)));
        m_isAnswered = true;
        settle();
    } else if (!m_viewer || m_viewer->answer()) {
        m_pane->showProblem(tr("The question names nobody, and the server does not say who you are."));
        m_isAnswered = true;
        settle();
    } else {
        m_pane->showAskingWho();
    }
    workAgain();
}

} // namespace rbac
