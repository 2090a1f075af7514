// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtTest
import Islet.Test

//! Tests of one view alone in a window, each on its own stage. Any QML warning fails the test.
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
        waitUntil(() => root.Window.active, "window is not active");
        mouseMove(root, 0, root.height - 1); // away from all controls
        settle();
    }
    function cleanup(): void { root.scene = null }

    //! Waits with a timeout long enough for a busy machine.
    function waitUntil(condition: var, what: string): void { tryVerify(condition, 20000, what) }
    //! Forces layout and drawing.
    function settle(): void { grabImage(root) }

    //! The visible items of the whole window that match `wanted`, in item order.
    function visibleItems(wanted: var): var { settle(); return collect(root.Window.contentItem, wanted, []) }
    function collect(item: Item, wanted: var, found: var): var {
        if (item.visible && wanted(item))
            found.push(item);
        for (let i = 0; item.visible && i < item.children.length; ++i)
            collect(item.children[i], wanted, found);
        return found;
    }
    //! All visible items with this name; the rows of a list share their names.
    function allItems(objectName: string): var { return visibleItems(item => item.objectName === objectName) }
    function shows(objectName: string): bool { return allItems(objectName).length > 0 }
    //! The first item with this name; waits until it is visible.
    function item(objectName: string): var {
        waitUntil(() => shows(objectName), objectName + " is not visible");
        return allItems(objectName)[0];
    }
    function waitUntilHidden(objectName: string): void {
        waitUntil(() => !shows(objectName), objectName + " is still visible");
    }
    function textOf(objectName: string): string { return item(objectName).text }
    function texts(objectName: string): var { return allItems(objectName).map(item => item.text) }
    //! Whether any visible item has exactly this text.
    function showsText(text: string): bool { return visibleItems(item => item.text === text).length > 0 }

    function addresses(people: var): var { return people.map(who => root.fixture.address(who)) }

    function click(objectName: string): void { mouseClick(item(objectName)) }
    function type(text: string): void {
        for (let i = 0; i < text.length; ++i)
            keyClick(text[i]);
    }
    //! Records this signal from now on.
    function spyOn(target: QtObject, signalName: string): SignalSpy {
        return createTemporaryObject(spy, root, { target: target, signalName: signalName }) as SignalSpy;
    }

    Component {
        id: spy

        SignalSpy {}
    }
}
