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

struct SchemeName {
    Appearance::Scheme scheme;
    QString name;
};
const std::array schemes{SchemeName{Appearance::Light, u"light"_s}, SchemeName{Appearance::Dark, u"dark"_s},
                         SchemeName{Appearance::HighContrast, u"contrast"_s}};

//! The window once it has not changed for 600 ms, or after 5 s.
//!
//! By real time: the animations and timers of Qt Quick run on Qt's own clock, which a test cannot replace.
QImage waitUntilStill(PictureStage &stage)
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

//! Compares the window in every state and colour scheme with its reference picture.
//!
//! ISLET_PICTURES_RENEW=1 renews the references. ISLET_PICTURES_WORDS=1 takes pictures with the fonts of this machine
//! for review and compares nothing.
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
    const bool m_isForReview = qEnvironmentVariableIsSet("ISLET_PICTURES_WORDS");

    //! A description of the difference; empty if there is none.
    QString check(PictureStage &stage, const QString &name) const
    {
        if (m_isForReview || m_isRenewing) {
            const QImage settled = waitUntilStill(stage);
            const bool isKept = settled.save(taken + name + u".png"_s)
                && (m_isForReview || picture::cellsOf(settled).save(references + name + u".png"_s));
            return isKept ? QString() : name + u" cannot be written. "_s;
        }
        const QImage reference(references + name + u".png"_s);
        QImage actual;
        QList<QPoint> differing;
        const auto isSame = [&] {
            actual = stage.picture();
            differing = picture::differences(picture::cellsOf(actual), reference);
            return differing.size() <= picture::maxDifferences;
        };
        const bool matches = waitUntil(isSame, 8s);
        actual.save(taken + name + (matches ? u".png"_s : u".actual.png"_s));
        if (matches)
            return {};
        picture::highlighted(actual, differing).save(taken + name + u".diff.png"_s);
        return u"%1 differs in %2 cells: see %3%1.actual.png and .diff.png. "_s.arg(name)
            .arg(differing.size())
            .arg(taken);
    }

private slots:
    void initTestCase()
    {
        QGuiApplication::styleHints()->setCursorFlashTime(0);
        QVERIFY(m_isForReview || useBoxFont());
        QVERIFY(QDir().mkpath(taken) && QDir().mkpath(references));
    }

    void looksAsReference_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const PictureState &state : pictureStates())
            QTest::newRow(state.name) << number++;
    }
    void looksAsReference()
    {
        QFETCH(const int, number);
        const PictureState &state = pictureStates().at(static_cast<std::size_t>(number));
        PictureStage stage;
        QVERIFY2(state.enter(stage), "this state cannot be reached");
        QString complaints;
        for (const SchemeName &scheme : schemes) {
            stage.app.appearance()->setScheme(scheme.scheme);
            complaints += check(stage, u"%1-%2"_s.arg(QString::fromLatin1(state.name), scheme.name));
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
    }

    void findsMistakes_data()
    {
        QTest::addColumn<Mistake>("make");
        QTest::newRow("a pane 8 pixels wider") << Mistake([](const PictureStage &stage) {
            auto *pane = stage.item(u"peopleList"_s)->parentItem()->parentItem()->parentItem()->parentItem();
            pane->setX(pane->x() - 8);
        });
        QTest::newRow("another background") << Mistake(
            [](const PictureStage &stage) { stage.item(u"map"_s)->setProperty("paper", QColor(Qt::white)); });
        QTest::newRow("another button colour") << Mistake(
            [](const PictureStage &stage) { stage.item(u"soundButton"_s)->setProperty("prominent", false); });
        QTest::newRow("missing button") << Mistake(
            [](const PictureStage &stage) { stage.item(u"muteButton"_s)->setOpacity(0); });
        QTest::newRow("missing list") << Mistake(
            [](const PictureStage &stage) { stage.item(u"peopleList"_s)->setOpacity(0); });
        QTest::newRow("larger text") << Mistake(
            [](const PictureStage &stage) { stage.item(u"chatList"_s)->setScale(1.1); });
    }
    void findsMistakes()
    {
        QFETCH(const Mistake, make);
        PictureStage stage;
        QVERIFY(stage.enterWithPeers(5));
        const QImage before = picture::cellsOf(waitUntilStill(stage));
        QVERIFY(picture::isSame(picture::cellsOf(waitUntilStill(stage)), before));
        make(stage);
        const QImage after = stage.picture();
        QVERIFY(!picture::isSame(picture::cellsOf(after), before));
        QVERIFY(!picture::isSame(picture::cellsOf(after.copy(0, 0, 640, 400)), before));
    }

    //! All text uses the box font, so that installed fonts do not affect the pictures.
    void doesNotUseMachineFonts()
    {
        if (m_isForReview)
            QSKIP("with the fonts of this machine");
        PictureStage stage;
        QVERIFY(stage.enterWithPeers(5));
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

    void hasReferenceForEveryState()
    {
        QStringList expected;
        for (const PictureState &state : pictureStates()) {
            for (const SchemeName &scheme : schemes)
                expected.append(u"%1-%2.png"_s.arg(QString::fromLatin1(state.name), scheme.name));
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
