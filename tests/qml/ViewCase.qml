// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtTest
import Islet.Test

//! Tests of one view alone in a window, each on a stage of its own. Whatever QML warns of fails the test.
TestCase {
    id: root

    required property Component stage
    property Stage scene: null
    readonly property ViewFixture fixture: root.scene?.fixture ?? null
    readonly property Item view: root.scene?.view ?? null
    readonly property Popup popup: root.scene?.popup ?? null

    width: 900
    height: 700
    visible: true
    when: windowShown

    function init(): void {
        failOnWarning(/.*/);
        root.scene = createTemporaryObject(root.stage, root);
        until(() => root.Window.active, "the window has no keyboard");
        mouseMove(root, 0, root.height - 1); // over nothing
        settle();
    }
    function cleanup(): void { root.scene = null }

    //! For as long as a busy machine may take.
    function until(condition: var, what: string): void { tryVerify(condition, 20000, what) }
    //! All is laid out and drawn.
    function settle(): void { grabImage(root) }

    //! What is seen, of the whole window, as `wanted` says; in the order of the items.
    function seen(wanted: var): var { settle(); return collect(root.Window.contentItem, wanted, []) }
    function collect(item: Item, wanted: var, found: var): var {
        if (item.visible && wanted(item))
            found.push(item);
        for (let i = 0; item.visible && i < item.children.length; ++i)
            collect(item.children[i], wanted, found);
        return found;
    }
    //! What has this name; rows share theirs.
    function all(objectName: string): var { return seen(item => item.objectName === objectName) }
    function shows(objectName: string): bool { return all(objectName).length > 0 }
    //! Once it is there.
    function item(objectName: string): var {
        until(() => shows(objectName), objectName + " is not to be seen");
        return all(objectName)[0];
    }
    function goes(objectName: string): void { until(() => !shows(objectName), objectName + " is still to be seen") }
    function textOf(objectName: string): string { return item(objectName).text }
    function texts(objectName: string): var { return all(objectName).map(item => item.text) }
    //! Whether these words, and no others beside them, are to be seen somewhere.
    function says(words: string): bool { return seen(item => item.text === words).length > 0 }

    function addresses(people: var): var { return people.map(who => root.fixture.address(who)) }

    function click(objectName: string): void { mouseClick(item(objectName)) }
    function type(words: string): void {
        for (let i = 0; i < words.length; ++i)
            keyClick(words[i]);
    }
    //! What a view says from now on.
    function spyOn(target: QtObject, signalName: string): SignalSpy {
        return createTemporaryObject(spy, root, { target: target, signalName: signalName }) as SignalSpy;
    }

    Component {
        id: spy

        SignalSpy {}
    }
}
