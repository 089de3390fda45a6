package org.portcullis.engine.workflow;

/** A small good model: asks somebody, then asks the desk, then waits, until it is told to end. */
final class SampleModel {

    static final String TEXT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                id="Definitions_Sample" targetNamespace="http://portcullis.org/test">
              <bpmn:message id="Message_Told" name="Msg_Told"/>
              <bpmn:process id="SampleWaitProcess" name="Sample" isExecutable="true" camunda:historyTimeToLive="P90D">
                <bpmn:startEvent id="StartEvent_Begun" name="Begun"/>
                <bpmn:sequenceFlow id="Flow_ToAgree" sourceRef="StartEvent_Begun" targetRef="Task_Agree"/>
                <bpmn:userTask id="Task_Agree" name="Agree" camunda:candidateGroups="approver"/>
                <bpmn:sequenceFlow id="Flow_ToAgreed" sourceRef="Task_Agree" targetRef="Gateway_Agreed"/>
                <bpmn:exclusiveGateway id="Gateway_Agreed" name="Agreed?" default="Flow_NotAgreed"/>
                <bpmn:sequenceFlow id="Flow_Agreed" name="yes" sourceRef="Gateway_Agreed" targetRef="Task_AskDesk">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${agreed == true}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Flow_NotAgreed" name="no" sourceRef="Gateway_Agreed" targetRef="EndEvent_Over"/>
                <bpmn:serviceTask id="Task_AskDesk" name="Ask desk" camunda:asyncBefore="true"
                    camunda:delegateExpression="${askDesk}"/>
                <bpmn:sequenceFlow id="Flow_ToWait" sourceRef="Task_AskDesk" targetRef="IntermediateEvent_Waited"/>
                <bpmn:intermediateCatchEvent id="IntermediateEvent_Waited" name="Waited">
                  <bpmn:timerEventDefinition><bpmn:timeDuration
                      xsi:type="bpmn:tFormalExpression">PT3M</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="Flow_ToTold" sourceRef="IntermediateEvent_Waited" targetRef="IntermediateEvent_Told"/>
                <bpmn:intermediateCatchEvent id="IntermediateEvent_Told" name="Told">
                  <bpmn:messageEventDefinition messageRef="Message_Told"/>
                </bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="Flow_ToOver" sourceRef="IntermediateEvent_Told" targetRef="EndEvent_Over"/>
                <bpmn:endEvent id="EndEvent_Over" name="Over"/>
              </bpmn:process>
              <bpmndi:BPMNDiagram id="Diagram_Sample">
                <bpmndi:BPMNPlane id="Plane_Sample" bpmnElement="SampleWaitProcess">
                  <bpmndi:BPMNShape id="S1" bpmnElement="StartEvent_Begun"><dc:Bounds x="0" y="20" width="36" height="36"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="S2" bpmnElement="Task_Agree"><dc:Bounds x="80" y="0" width="100" height="80"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="S3" bpmnElement="Gateway_Agreed"><dc:Bounds x="220" y="15" width="50" height="50"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="S4" bpmnElement="Task_AskDesk"><dc:Bounds x="320" y="0" width="100" height="80"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="S5" bpmnElement="IntermediateEvent_Waited"><dc:Bounds x="460" y="20" width="36" height="36"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="S6" bpmnElement="IntermediateEvent_Told"><dc:Bounds x="540" y="20" width="36" height="36"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="S7" bpmnElement="EndEvent_Over"><dc:Bounds x="620" y="20" width="36" height="36"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="E1" bpmnElement="Flow_ToAgree"><di:waypoint x="36" y="38"/><di:waypoint x="80" y="38"/></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="E2" bpmnElement="Flow_ToAgreed"><di:waypoint x="180" y="38"/><di:waypoint x="220" y="38"/></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="Flow_Agreed_di" bpmnElement="Flow_Agreed"><di:waypoint x="270" y="38"/><di:waypoint x="320" y="38"/></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="E4" bpmnElement="Flow_NotAgreed"><di:waypoint x="245" y="65"/><di:waypoint x="638" y="120"/></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="E5" bpmnElement="Flow_ToWait"><di:waypoint x="420" y="38"/><di:waypoint x="460" y="38"/></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="E6" bpmnElement="Flow_ToTold"><di:waypoint x="496" y="38"/><di:waypoint x="540" y="38"/></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="E7" bpmnElement="Flow_ToOver"><di:waypoint x="576" y="38"/><di:waypoint x="620" y="38"/></bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

    private SampleModel() {
    }
}
