// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "boxfont.h"
#include "picturecompare.h"
#include "picturefixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFontInfo>
#include <QStyleHints>

#include <algorithm>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString taken = QStringLiteral(ISLET_PICTURES "/states/");
const QString references = QStringLiteral(ISLET_SOURCE "/tests/pictures/references/");

using Mistake = void (*)(const PictureStage &);

struct Look {
    Appearance::Scheme scheme;
    QString name;
};
const std::array looks{Look{Appearance::Light, u"light"_s}, Look{Appearance::Dark, u"dark"_s},
                       Look{Appearance::HighContrast, u"contrast"_s}};

//! The window when it has come to rest, or 5 s later.
QImage atRest(PictureStage &stage)
{
    QImage last = stage.picture();
    QElapsedTimer since;
    since.start();
    QElapsedTimer same;
    same.start();
    while (since.elapsed() < 5'000 && same.elapsed() < 600) {
        QTest::qWait(50);
        const QImage next = stage.picture();
        if (next != last)
            same.restart();
        last = next;
    }
    return last;
}

} // namespace

Q_DECLARE_METATYPE(Mistake)

//! The window in every state, in each theme, beside how it looked when somebody last looked at it.
//!
//! ISLET_PICTURES_RENEW=1 makes the references anew. ISLET_PICTURES_WORDS=1 takes pictures with this machine's letters,
//! for people to look at, and compares nothing.
class TestPictures : public QObject {
    Q_OBJECT

public:
    static void initMain()
    {
        RealWindow::prepare();
        QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    }

private:
    const bool m_isRenewing = qEnvironmentVariableIsSet("ISLET_PICTURES_RENEW");
    const bool m_isForPeople = qEnvironmentVariableIsSet("ISLET_PICTURES_WORDS");

    //! What is wrong, or nothing.
    QString check(PictureStage &stage, const QString &name) const
    {
        if (m_isForPeople || m_isRenewing) {
            const QImage rested = atRest(stage);
            const bool isKept = rested.save(taken + name + u".png"_s)
                && (m_isForPeople || picture::cellsOf(rested).save(references + name + u".png"_s));
            return isKept ? QString() : name + u" cannot be written. "_s;
        }
        const QImage reference(references + name + u".png"_s);
        QImage actual;
        QList<QPoint> others;
        const auto isSame = [&] {
            actual = stage.picture();
            others = picture::differences(picture::cellsOf(actual), reference);
            return others.size() <= picture::mostOthers;
        };
        const bool matches = waitUntil(isSame, 8s);
        actual.save(taken + name + (matches ? u".png"_s : u".actual.png"_s));
        if (matches)
            return {};
        picture::shown(actual, others).save(taken + name + u".diff.png"_s);
        return u"%1 looks otherwise in %2 places: see %3%1.actual.png and .diff.png. "_s.arg(name)
            .arg(others.size())
            .arg(taken);
    }

private slots:
    void initTestCase()
    {
        QGuiApplication::styleHints()->setCursorFlashTime(0);
        QVERIFY(m_isForPeople || useBoxFont());
        QVERIFY(QDir().mkpath(taken) && QDir().mkpath(references));
    }

    void states_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const PictureState &state : pictureStates())
            QTest::newRow(state.name) << number++;
    }
    void states()
    {
        QFETCH(const int, number);
        const PictureState &state = pictureStates().at(static_cast<std::size_t>(number));
        PictureStage stage;
        QVERIFY2(state.enter(stage), "the window does not come into this state");
        QString complaints;
        for (const Look &look : looks) {
            stage.main.appearance().setScheme(look.scheme);
            complaints += check(stage, u"%1-%2"_s.arg(QString::fromLatin1(state.name), look.name));
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
    }

    void mistakesAreFound_data()
    {
        QTest::addColumn<Mistake>("make");
        QTest::newRow("a pane 8 pixels wider") << Mistake([](const PictureStage &stage) {
            auto *pane = stage.item(u"peopleList"_s)->parentItem()->parentItem()->parentItem()->parentItem();
            pane->setX(pane->x() - 8);
        });
        QTest::newRow("the other ground") << Mistake(
            [](const PictureStage &stage) { stage.item(u"map"_s)->setProperty("paper", QColor(Qt::white)); });
        QTest::newRow("a button of another colour") << Mistake(
            [](const PictureStage &stage) { stage.item(u"soundButton"_s)->setProperty("prominent", false); });
        QTest::newRow("no button") << Mistake(
            [](const PictureStage &stage) { stage.item(u"muteButton"_s)->setOpacity(0); });
        QTest::newRow("no list") << Mistake(
            [](const PictureStage &stage) { stage.item(u"peopleList"_s)->setOpacity(0); });
        QTest::newRow("larger text") << Mistake(
            [](const PictureStage &stage) { stage.item(u"chatList"_s)->setScale(1.1); });
    }
    void mistakesAreFound()
    {
        QFETCH(const Mistake, make);
        PictureStage stage;
        QVERIFY(stage.enterAmong(5));
        const QImage before = picture::cellsOf(atRest(stage));
        QVERIFY(picture::isSame(picture::cellsOf(atRest(stage)), before));
        make(stage);
        const QImage after = stage.picture();
        QVERIFY(!picture::isSame(picture::cellsOf(after), before));
        QVERIFY(!picture::isSame(picture::cellsOf(after.copy(0, 0, 640, 400)), before));
    }

    //! Whatever fonts the machine has, each text is written in boxes: fonts change nothing.
    void fontsOfTheMachineDoNotMatter()
    {
        if (m_isForPeople)
            QSKIP("with this machine's letters");
        PictureStage stage;
        QVERIFY(stage.enterAmong(5));
        stage.picture();
        int texts = 0;
        for (const QQuickItem *item : stage.items()) {
            const QVariant font = item->property("font");
            if (!item->isVisible() || !font.isValid())
                continue;
            ++texts;
            QVERIFY2(QFontInfo(font.value<QFont>()).family() == QGuiApplication::font().family(),
                     qPrintable(item->objectName()));
        }
        QVERIFY(texts > 30);
    }

    void everyReferenceIsOfAState()
    {
        QStringList expected;
        for (const PictureState &state : pictureStates()) {
            for (const Look &look : looks)
                expected.append(u"%1-%2.png"_s.arg(QString::fromLatin1(state.name), look.name));
        }
        expected.sort();
        QStringList found = QDir(references).entryList({u"*.png"_s}, QDir::Files);
        found.sort();
        QCOMPARE(found, expected);
        qint64 bytes = 0;
        for (const QFileInfo &file : QDir(references).entryInfoList({u"*.png"_s}, QDir::Files))
            bytes += file.size();
        QVERIFY2(bytes < 2'000'000, qPrintable(QString::number(bytes)));
    }
};

ISLET_GUI_TEST(TestPictures);
#include "tst_pictures.moc"
